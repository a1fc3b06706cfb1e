import { type ReportFinding } from '../report-data.js';
import { capital, decimal, whole } from './numbers.js';

type Measure = ReportFinding['measured'][number];

/** What was measured: in the words of the document, or its name as words ("medianStayHours" as "Median stay hours"). */
export function measureName({ name, words }: Pick<Measure, 'name' | 'words'>): string {
  return capital(
    words ??
      name
        .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/gu, ' ')
        .replaceAll(/[-_]/gu, ' ')
        .toLowerCase(),
  );
}

/** A measured value with its unit. */
export function measureValue({ value, unit, currency = '' }: Measure): string {
  if (unit === 'money') return `${currency} ${decimal(String(value))}`.trim();
  return typeof value === 'string' ? value : withUnit(value, unit);
}

/** A number with its unit, as thresholds are shown too. */
function withUnit(value: number, unit: string): string {
  if (unit === 'share') return `${Number((value * 100).toFixed(1))} %`;
  const number = Number.isInteger(value) ? whole(value) : decimal(String(Number(value.toFixed(2))));
  if (unit === 'hours') return `${number} h`;
  if (unit === 'days') return `${number} d`;
  return unit === 'count' || unit === 'ratio' ? number : `${number} ${unit}`;
}

/**
 * What the pattern asks for. Where the document does not say: a finding met each of its thresholds, so a value above one says that it is a lower bound, a
 * value below one an upper bound; an equal value says neither.
 */
export function boundWords({ value, unit, threshold, bound }: Measure): string {
  if (threshold === undefined) return '';
  const asked = withUnit(threshold, unit);
  if (bound !== undefined) return `${bound === 'atLeast' ? 'at least' : 'at most'} ${asked}`;
  const number = Number(value);
  return number > threshold ? `at least ${asked}` : number < threshold ? `at most ${asked}` : `limit ${asked}`;
}

/** What an explanation did, in the words that are used everywhere. */
export const OUTCOME_WORDS = {
  notPassed: 'does not explain it',
  notEvaluable: 'cannot be tested',
  passed: 'explains it',
} as const;

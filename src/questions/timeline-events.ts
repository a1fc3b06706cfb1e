import { DAY_MS } from '../foundation/index.js';
import { type AskedLead, type EvidenceLine, nameOf, type AskedOperator, askedOperator } from './asked-case.js';
import { lineOf, type Passage, type ReadLead, sumsOf } from './passages.js';
import { findPeaks, PEAK_RULE } from './peaks.js';
import { counted, dayWords, isoDay, money } from './plain-words.js';

/** Time without a transfer from which on an account counts as new or silent: weekly and monthly habits show within four weeks. */
export const QUIET_MS = 28 * DAY_MS;

/** Kinds of events; of one day in this order. */
export const EVENT_KINDS = [
  'first',
  'first-paid-in',
  'begins',
  'first-passed-on',
  'peak',
  'last',
  'falls-silent',
] as const;

/** Something that happened in a lead. */
export interface TimelineEvent {
  readonly kind: (typeof EVENT_KINDS)[number];
  /** Day, UTC; null where the data have no clock times. */
  readonly day: string | null;
  readonly sentence: string;
  /** Whose event it is; null for peaks. */
  readonly operator: AskedOperator | null;
  /** The transfer that it is about; null for peaks, and for accounts, which go by all their transfers in the data. */
  readonly evidence: EvidenceLine | null;
}

/** First and last transfer of a lead. */
export interface Ends {
  readonly firstMs: number;
  readonly lastMs: number;
}

/** The first payment into an operator from anybody else. */
export function firstPaidIn(read: ReadLead): TimelineEvent[] {
  const found = read.passages.find(({ kind }) => kind === 'in');
  return found === undefined ? [] : [event(read, 'first-paid-in', found, 'the first payment in, to')];
}

/** The first time an operator pays after it was paid, by the order of the data. */
export function firstPassedOn(read: ReadLead): TimelineEvent[] {
  const paid = new Set<number>();
  for (const passage of read.passages) {
    if (paid.has(passage.from))
      return [event(read, 'first-passed-on', passage, 'money is passed on for the first time, by')];
    if (passage.to >= 0) paid.add(passage.to);
  }
  return [];
}

/** The first transfer of the lead that is shown, where it is no payment in, which has an event of its own. */
export function firstShown(read: ReadLead, passage: Passage): TimelineEvent[] {
  return passage.kind === 'in' ? [] : [event(read, 'first', passage, 'the first transfer shown')];
}

/** The last transfer of the lead that is shown. */
export function lastShown(read: ReadLead, passage: Passage): TimelineEvent {
  return event(read, 'last', passage, 'the last transfer shown');
}

function event({ lead }: ReadLead, kind: TimelineEvent['kind'], passage: Passage, words: string): TimelineEvent {
  const operator = askedOperator(lead, passage.kind === 'in' ? passage.to : passage.from);
  const side = kind === 'last' || kind === 'first' ? (passage.kind === 'in' ? ', to' : ', from') : '';
  return {
    kind,
    day: passage.timeMs === null ? null : isoDay(passage.timeMs),
    sentence: `${passage.timeMs === null ? 'Without a day' : dayWords(passage.timeMs)}: ${words}${side} ${nameOf(operator)}.`,
    operator,
    evidence: lineOf(lead, passage),
  };
}

/** Peaks of payments in, with the rule they were found by. */
export function peakEvents(read: ReadLead, { firstMs, lastMs }: Ends): { events: TimelineEvent[]; notes: string[] } {
  const paidIn = read.passages.filter(({ kind }) => kind === 'in');
  const { peaks, mean, leftOut } = findPeaks(paidIn, firstMs, lastMs);
  const { leastPayments, timesMean } = PEAK_RULE;
  const needed = `at least ${leastPayments} payments in and ${timesMean} times the mean of ${mean.toFixed(1)}`;
  const rule = peaks.length === 0 ? `No peak: no week has ${needed}` : `A peak: weeks with ${needed}`;
  return {
    events: peaks.map((peak) => ({
      kind: 'peak',
      day: isoDay(peak.firstMs),
      sentence: `${dayWords(peak.firstMs)} to ${dayWords(peak.lastMs)}: a peak of ${counted(peak.passages.length, 'payment')} in, ${money(sumsOf(read, peak.passages))}.`,
      operator: null,
      evidence: null,
    })),
    notes: [`${rule}${leftOut > 0 ? `; ${leftOut} smaller ones are not listed` : ''}.`],
  };
}

/** Operators that begin four weeks or more after the lead, or fall silent as long before its end, by all their transfers in the data. */
export function comingAndGoing(lead: AskedLead, { firstMs, lastMs }: Ends): TimelineEvent[] {
  return lead.operators.flatMap(({ first, last }, i) => {
    const operator = askedOperator(lead, i);
    const say = (kind: TimelineEvent['kind'], at: number, words: string): TimelineEvent => ({
      kind,
      day: isoDay(at),
      sentence: `${dayWords(at)}: ${words} ${nameOf(operator)} in the data.`,
      operator,
      evidence: null,
    });
    const [begins, ends] = [Date.parse(first), Date.parse(last)];
    return [
      ...(begins - firstMs >= QUIET_MS ? [say('begins', begins, 'the first transfer of')] : []),
      ...(lastMs - ends >= QUIET_MS ? [say('falls-silent', ends, 'the last transfer of')] : []),
    ];
  });
}

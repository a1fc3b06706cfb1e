import { type Measure } from '../../evidence/index.js';
import { ALTERNATIVE_TITLES } from '../../typologies/index.js';
import type { FindingDocument } from '../document/case-schema.js';
import { counted, lowerFirst } from '../document/plain-words.js';
import { formatMeasure, wordsOfMeasure } from '../measure-words.js';
import { roundedNumber, toTwoDigits } from './coarse-amounts.js';
import { type RedactionContext } from './redaction-context.js';
import { knownTypology } from './vocabulary.js';

type Measured = FindingDocument['measured'][number];

const UNITS: readonly Measure['unit'][] = ['count', 'share', 'hours', 'days', 'money', 'ratio'];
/** In place of a sentence with the measured values of an alternative. */
const NOT_PASSED_ON = 'The reason is not passed on.';
/** Most measures that a sentence tells. */
const MOST_TOLD = 3;

/** A finding for a partner, told anew from coarse measures. */
export function partnerFinding(finding: FindingDocument, context: RedactionContext): FindingDocument {
  const known = knownTypology(finding.typology);
  const { lines } = context;
  const measured = finding.measured.flatMap((one) => partnerMeasure(one, context));
  const { alternatives, accounts, evidence, contextOnly, status } = finding;
  return {
    finding: finding.finding,
    lead: finding.lead !== null && /^C\d{3,}$/u.test(finding.lead) ? finding.lead : null,
    typology: known.id,
    title: known.title,
    version: finding.version,
    status,
    countClass: finding.countClass,
    family: finding.family,
    strength: finding.strength,
    contextOnly,
    sentence: retold(finding, known.title, measured),
    accounts: context.pseudonyms.accounts(accounts),
    unnamedSubjects: finding.unnamedSubjects,
    payers: finding.payers,
    receivers: finding.receivers,
    measured,
    alternatives: alternatives.flatMap(({ id, outcome }) => {
      const title = id === 'R12' ? 'Guard list' : ALTERNATIVE_TITLES.get(id);
      return title === undefined ? [] : [{ id, title, outcome, reason: NOT_PASSED_ON }];
    }),
    evidence: evidence.map(({ file, lines: own }) => ({
      file: lines.file(file),
      lines: own.map((line) => lines.line(file, line)).sort((a, b) => a - b),
    })),
  };
}

function partnerMeasure(one: Measured, { currencies }: RedactionContext): Measured[] {
  const unit = UNITS.find((known) => known === one.unit);
  if (unit === undefined || !/^[a-z][A-Za-z0-9]{0,60}$/u.test(one.name)) return [];
  const value = coarseValue(one.value, unit);
  if (value === undefined) return [];
  const { name, currency, threshold, bound } = one;
  return [
    {
      name,
      words: wordsOfMeasure({ name, unit }),
      value,
      unit,
      ...(currency === undefined ? {} : { currency: currencies.label(currency) }),
      ...(threshold === undefined ? {} : { threshold }),
      ...(bound === undefined ? {} : { bound }),
    },
  ];
}

function coarseValue(value: number | string, unit: Measure['unit']): number | string | undefined {
  if (typeof value === 'string') return unit === 'money' ? toTwoDigits(value) : undefined;
  return unit === 'count' ? value : roundedNumber(value);
}

/** What a finding says of itself, from what is left of it. */
function retold(
  { status, contextOnly, payers }: FindingDocument,
  title: string,
  measured: readonly Measured[],
): string {
  const held = measured.filter(({ threshold }) => threshold !== undefined);
  const told = [...held, ...measured.filter((one) => !held.includes(one))].slice(0, MOST_TOLD);
  const figures = told.length === 0 ? '' : `: ${told.map((one) => formatMeasure(one as Measure)).join('; ')}`;
  return [
    `Consistent with "${lowerFirst(title)}"${figures}.`,
    ...(contextOnly ? ['Context only: nobody is listed for it.'] : []),
    ...(status === 'explained' ? ['Explained by an innocent alternative: it counts for nothing.'] : []),
    ...(payers > 0 ? [`${counted(payers, 'protected payer')}, not named.`] : []),
    'Not evidence of guilt.',
  ].join(' ');
}

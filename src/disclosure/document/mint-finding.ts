import { type AlternativeOutcome, type Measure } from '../../evidence/index.js';
import { InvariantError } from '../../foundation/index.js';
import { type Ledger } from '../../ledger/index.js';
import { type ListedFinding } from '../case-file.js';
import { linesByFile } from '../lines-by-file.js';
import { boundOfMeasure, wordsOfMeasure } from '../measure-words.js';
import type { FindingDocument } from './case-schema.js';

/** A listed finding as plain data: subjects as far as they are named, everybody else counted, evidence by file and line. */
export function mintFinding(
  ledger: Ledger,
  listed: ListedFinding,
  titles: ReadonlyMap<string, string>,
): FindingDocument {
  const { finding } = listed;
  const { countClass } = finding;
  if (countClass === 'welfare') {
    throw new InvariantError(
      'welfare-finding',
      'Expected welfare concerns to be counted but received one as a finding',
    );
  }
  return {
    finding: listed.id,
    lead: listed.lead ?? null,
    typology: finding.typology,
    title: titles.get(finding.typology) ?? finding.typology,
    version: finding.version,
    status: finding.status,
    countClass,
    family: finding.family,
    strength: finding.strength,
    contextOnly: finding.contextOnly === true,
    sentence: listed.sentence,
    accounts: listed.accounts.map(({ institution, account }) => ({ institution, account })),
    unnamedSubjects: listed.unnamedSubjects,
    payers: finding.payers.length,
    receivers: finding.receivers.length,
    measured: finding.measured.map(mintMeasure),
    alternatives: finding.alternatives.map(mintAlternative),
    evidence: linesByFile(ledger, finding.rows).map(({ file, lines }) => ({ file, lines: [...lines] })),
  };
}

function mintMeasure(measure: Measure): FindingDocument['measured'][number] {
  const { name, value, unit, currency, threshold } = measure;
  const bound = boundOfMeasure(measure);
  return {
    name,
    words: wordsOfMeasure(measure),
    value,
    unit,
    ...(currency === undefined ? {} : { currency }),
    ...(threshold === undefined ? {} : { threshold }),
    ...(bound === undefined ? {} : { bound }),
  };
}

function mintAlternative({ id, title, outcome, reason }: AlternativeOutcome): FindingDocument['alternatives'][number] {
  return { id, title, outcome, reason };
}

import { type Account, type Row, UsageError } from '../foundation/index.js';
import { type AlternativeOutcome, type Finding, type Measure } from '../evidence/index.js';
import { type Ledger } from '../ledger/index.js';
import { keyOf } from './account-keys.js';
import { type KeyPair } from './slice-row.js';

/** A transfer by its file and line. */
export type RowPlace = readonly [source: string, row: number];

/**
 * A finding that belongs to no ledger: accounts by key, transfers by file and line. It names whoever pays, as the rows do
 * that it was made from: it goes from one machine to another like these and is no output for anybody to read.
 */
export interface TableFinding extends Omit<Finding, 'subjects' | 'payers' | 'receivers' | 'rows'> {
  readonly subjects: readonly KeyPair[];
  readonly payers: readonly KeyPair[];
  readonly receivers: readonly KeyPair[];
  readonly rows: readonly RowPlace[];
}

/** Takes findings out of the ledger that they were found in. Keys of the result stand in one order, so that JSON of it is stable. */
export function toTable(findings: readonly Finding[], ledger: Ledger): TableFinding[] {
  const keysOf = (accounts: readonly Account[]): KeyPair[] => accounts.map((one) => keyOf(ledger, one));
  const placeOf = (row: Row): RowPlace => {
    const { file, line } = ledger.source(row);
    return [file, line];
  };
  return findings.map((finding) => ({
    typology: finding.typology,
    version: finding.version,
    countClass: finding.countClass,
    family: finding.family,
    status: finding.status,
    strength: finding.strength,
    ...(finding.mayBeChance === undefined ? {} : { mayBeChance: finding.mayBeChance }),
    ...(finding.contextOnly === undefined ? {} : { contextOnly: finding.contextOnly }),
    subjects: keysOf(finding.subjects),
    payers: keysOf(finding.payers),
    receivers: keysOf(finding.receivers),
    rows: finding.rows.map(placeOf),
    measured: finding.measured.map(plainMeasure),
    alternatives: finding.alternatives.map(plainOutcome),
  }));
}

/**
 * Puts findings into a ledger that holds their accounts and transfers: the one that they were found in, or a part of it
 * that is large enough. Numbers of accounts and rows are then those of this ledger. O(rows of the ledger + size of the table).
 *
 * @throws UsageError `table-account`, `table-row` where the ledger lacks one of them; `source-rows` if a line of it is two rows
 */
export function fromTable(table: readonly TableFinding[], ledger: Ledger, holdersJoined: boolean): Finding[] {
  const rowOf = rowFinder(ledger);
  const { accounts } = ledger;
  const nodesOf = (keys: readonly KeyPair[]): Account[] =>
    keys
      .map(([institution, account]) => {
        const found = accounts.find({ institution, account });
        if (found === undefined)
          throw new UsageError('table-account', 'Expected each account of a finding in the ledger');
        return holdersJoined ? accounts.unit[found]! : found;
      })
      .sort((a, b) => a - b);
  return table.map((finding) => ({
    ...finding,
    subjects: nodesOf(finding.subjects),
    payers: nodesOf(finding.payers),
    receivers: nodesOf(finding.receivers),
    rows: finding.rows.map(rowOf).sort((a, b) => a - b),
  }));
}

function rowFinder({ sources, columns, rowCount }: Ledger): (place: RowPlace) => Row {
  const files = new Map(sources.map(({ name }, file) => [name, file]));
  const rows = new Map<number, Row>();
  for (let row = 0; row < rowCount; row++) rows.set(columns.sourceFile[row]! * 2 ** 32 + columns.sourceLine[row]!, row);
  if (rows.size < rowCount)
    throw new UsageError('source-rows', 'Expected each line of a file to be one transfer at most');
  return ([source, line]) => {
    const found = rows.get((files.get(source) ?? NaN) * 2 ** 32 + line);
    if (found === undefined) throw new UsageError('table-row', 'Expected each transfer of a finding in the ledger');
    return found;
  };
}

function plainMeasure({ name, value, unit, currency, threshold }: Measure): Measure {
  return {
    ...{ name, value, unit },
    ...(currency === undefined ? {} : { currency }),
    ...(threshold === undefined ? {} : { threshold }),
  };
}

function plainOutcome({ id, title, outcome, reason }: AlternativeOutcome): AlternativeOutcome {
  return { id, title, outcome, reason };
}

import { PRECISIONS } from '../foundation/index.js';
import { ROW_COLUMNS } from '../slices/index.js';
import { type Wanted } from './rounds.js';
import { type SqlDialect } from './sql-dialect.js';

const COLUMNS = ROW_COLUMNS.map(({ name }) => `"${name}"`).join(', ');

const TOLD_COLUMNS = ROW_COLUMNS.map(({ name, type }) => (type === 'text' ? toldWhole(`"${name}"`) : `"${name}"`));

/** Question for the transfers that are kept, as `rowFromValues` takes them. */
export const KEPT_ROWS = `SELECT ${TOLD_COLUMNS.join(', ')} FROM kept`;

/** Question for the accounts that somebody speaks of, each with the one that stands for its holder. */
export const KNOWN_ACCOUNTS = `SELECT ${['bank', 'account', 'unit_bank', 'unit_account'].map(toldWhole).join(', ')} FROM known`;

const COLUMN_TYPES = ROW_COLUMNS.map(({ name, type }) => `"${name}" ${type === 'text' ? 'VARCHAR' : 'BIGINT'}`);

/** Precisions of transfers whose order inside an instant is not known: those of a day and coarser. */
const COARSE = PRECISIONS.slice(0, PRECISIONS.indexOf('day') + 1).map((name) => `'${name}'`);

/** Views of a lake: its rows, and their ends. */
export function reducedViews(dialect: SqlDialect, paths: readonly string[]): string[] {
  const end = (side: string): string =>
    `SELECT coalesce("${side}Institution", '') AS bank, "${side}Account" AS account,
  "${side}UnitInstitution" AS unit_bank, "${side}UnitAccount" AS unit_account FROM lake`;
  return [
    dialect.makeView('lake', `SELECT ${COLUMNS}, file_row_number AS place FROM ${dialect.parquet(paths)}`),
    dialect.makeView('lake_ends', `${end('payer')}\nUNION ALL\n${end('beneficiary')}`),
  ];
}

/** Tables: transfers that are kept, accounts and transfers that are spoken of, and what a round wants. */
export const REDUCED_TABLES: readonly string[] = Object.freeze([
  `CREATE TABLE kept (${COLUMN_TYPES.join(', ')})`,
  'CREATE TABLE mentioned (account VARCHAR)',
  'CREATE TABLE places (source VARCHAR, line BIGINT)',
  'CREATE TABLE payers (bank VARCHAR, account VARCHAR)',
  'CREATE TABLE receivers (bank VARCHAR, account VARCHAR)',
  'CREATE TABLE arrivals (bank VARCHAR, account VARCHAR, time_ms BIGINT)',
  'CREATE TABLE instants (time_ms BIGINT)',
]);

/** The accounts of the lake that somebody speaks of, at any institution. */
export function mentionedAccounts(): string {
  return `CREATE TABLE known AS SELECT DISTINCT bank, account, unit_bank, unit_account FROM lake_ends
WHERE account IN (SELECT account FROM mentioned)`;
}

/**
 * Condition: transfers that show what holds for all. The first and last of them, and of each channel one: which channels end a trace
 * depends on whether there are others. One with an id, and one with a place in the posting order: where any transfer has them, the
 * order inside an instant goes by them.
 */
export const WITNESSES = `l.place IN (
  SELECT min(place) FROM lake GROUP BY channel
  UNION ALL SELECT unnest([arg_min(place, "timeMs"), arg_max(place, "timeMs"), min(place) FILTER (WHERE id IS NOT NULL),
    min(place) FILTER (WHERE sequence IS NOT NULL)]) FROM lake)`;

/** Condition: transfers by file and line. */
export function claimedRows(): string {
  return '(l.source, l."row") IN (SELECT source, line FROM places)';
}

/** Condition: transfers that a round wants. */
export function isWanted({ payers, receivers, arrivals, instants }: Wanted): string {
  const conditions = [
    ...(payers.length === 0 ? [] : [endIn('payer', 'payers')]),
    ...(receivers.length === 0 ? [] : [endIn('beneficiary', 'receivers')]),
    ...(arrivals.length === 0
      ? []
      : [
          `(coalesce(l."beneficiaryInstitution", ''), l."beneficiaryAccount", l."timeMs") IN (SELECT bank, account, time_ms FROM arrivals)`,
        ]),
    ...(instants.length === 0
      ? []
      : [`(l."timeMs" IN (SELECT time_ms FROM instants) AND l.precision IN (${COARSE.join(', ')}))`]),
  ];
  return conditions.join('\n  OR ');
}

function endIn(side: 'payer' | 'beneficiary', table: string): string {
  return `(coalesce(l."${side}Institution", ''), l."${side}Account") IN (SELECT bank, account FROM ${table})`;
}

/** Keeps the transfers for which a condition holds, each once. */
export function addRows(condition: string): string {
  return `INSERT INTO kept SELECT ${COLUMNS} FROM lake l
WHERE (${condition})
  AND NOT EXISTS (SELECT 1 FROM kept k WHERE k.source = l.source AND k."row" = l."row")`;
}

/** A text as an answer tells it: DuckDB's package swallows a U+FEFF in front, so it is given another one to swallow. */
function toldWhole(text: string): string {
  return `CASE WHEN starts_with(${text}, chr(65279)) THEN chr(65279) || ${text} ELSE ${text} END`;
}

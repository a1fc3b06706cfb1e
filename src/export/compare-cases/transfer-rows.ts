import { greatest } from '../../structures/index.js';
import { isFields } from './align-lists.js';
import { type ValuePath } from './compare-values.js';

/** The list of a lead that a column of its transfers refers to. */
const LISTS = new Map([
  ['currency', 'currencies'],
  ['channel', 'channels'],
  ['countryFrom', 'places'],
  ['countryTo', 'places'],
  ['placeFrom', 'places'],
  ['placeTo', 'places'],
  ['file', 'files'],
  ['from', 'operators'],
  ['to', 'operators'],
]);

/** Field under which the rows stand beside what is no column. */
const ROWS = 'rows';

/**
 * A case as read from JSON with the transfers of its leads in rows instead of columns, and numbers that refer to a list of the lead
 * replaced by what they refer to: so that one transfer or one place more changes no row but its own. Anything that does not look
 * like a case stays as it is.
 */
export function withTransferRows(document: unknown): unknown {
  if (!isFields(document) || !Array.isArray(document['leads'])) return document;
  return { ...document, leads: document['leads'].map(leadWithRows) };
}

function leadWithRows(lead: unknown): unknown {
  if (!isFields(lead) || !isFields(lead['transfers'])) return lead;
  const entries = Object.entries(lead['transfers']);
  const columns = entries.filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const length = greatest(
    columns.map(([, column]) => column.length),
    0,
  );
  const lookUps = columns.map(([name]) => lookUp(lead, name));
  const rows = Array.from({ length }, (_, i) =>
    Object.fromEntries(columns.map(([name, column], c) => [name, lookUps[c]!(column[i])])),
  );
  const others = Object.fromEntries(entries.filter(([, value]) => !Array.isArray(value)));
  return { ...lead, transfers: { ...others, [ROWS]: rows } };
}

function lookUp(lead: Readonly<Record<string, unknown>>, column: string): (cell: unknown) => unknown {
  const list = lead[LISTS.get(column) ?? ''];
  if (!Array.isArray(list)) return (cell) => cell;
  const meant = list.map((entry: unknown) => (isFields(entry) ? JSON.stringify(entry['accounts']) : entry));
  return (cell) => (typeof cell === 'number' ? (meant[cell] ?? cell) : cell);
}

/** A path into rows as the path into the columns of the document. */
export function toColumnPath(path: ValuePath): ValuePath {
  const [leads, lead, transfers, rows, row, column, ...rest] = path;
  if (leads !== 'leads' || transfers !== 'transfers' || rows !== ROWS || row === undefined) return path;
  return [leads, lead!, transfers, ...(column === undefined ? [row] : [column, row]), ...rest];
}

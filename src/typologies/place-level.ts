import { askWhole, type TemporalGraph } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import { COLUMN_DEFAULTS, type ColumnParameters } from './column-parameters.js';

/** The columns in which two ends of a transfer can be compared: places if both are given, else countries. */
export interface PlaceLevel {
  readonly level: 'place' | 'country';
  /** Index into the ledger's places, -1 = not given. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * The finest level at which handing in (`fromRows`) and paying out (`toRows`) are both known for enough (80 %) of the rows
 * that an indicator looks at.
 *
 * @returns the level, or the names of the columns that are missing
 */
export function placeLevel(
  ledger: Ledger,
  { fromRows, toRows }: Record<'fromRows' | 'toRows', (row: number) => boolean>,
  columns: ColumnParameters = COLUMN_DEFAULTS,
): PlaceLevel | readonly string[] {
  const { placeFrom, placeTo, countryFrom, countryTo } = ledger.columns;
  if (isFilled(placeFrom, fromRows, columns) && isFilled(placeTo, toRows, columns))
    return { level: 'place', from: placeFrom, to: placeTo };
  if (isFilled(countryFrom, fromRows, columns) && isFilled(countryTo, toRows, columns)) {
    return { level: 'country', from: countryFrom, to: countryTo };
  }
  const missing: string[] = [];
  if (!isFilled(placeFrom, fromRows, columns) && !isFilled(countryFrom, fromRows, columns)) missing.push('placeFrom');
  if (!isFilled(placeTo, toRows, columns) && !isFilled(countryTo, toRows, columns)) missing.push('placeTo');
  return missing.length > 0 ? missing : ['placeFrom and placeTo at one level'];
}

/** The columns of a level; undefined if the ledger has not both. */
export function columnsOfLevel({ columns }: Ledger, level: PlaceLevel['level']): PlaceLevel | undefined {
  const [from, to] =
    level === 'place' ? [columns.placeFrom, columns.placeTo] : [columns.countryFrom, columns.countryTo];
  return from === undefined || to === undefined ? undefined : { level, from, to };
}

/** {@link isFilled} of all data: a slice was told, under this name. */
export function isFilledInAll(
  graph: TemporalGraph,
  name: string,
  column: Int32Array | undefined,
  { looksAt, columns }: { readonly looksAt: (row: number) => boolean; readonly columns: ColumnParameters | undefined },
): boolean {
  return askWhole(graph, `filled ${name}`, () => isFilled(column, looksAt, columns));
}

/** Whether the column is filled on enough (80 %) of the rows looked at; of all rows, if an indicator has none to look at. */
export function isFilled(
  column: Int32Array | undefined,
  looksAt: (row: number) => boolean,
  { filledShare }: ColumnParameters = COLUMN_DEFAULTS,
): column is Int32Array {
  if (column === undefined) return false;
  let rows = 0;
  let filled = 0;
  let filledOfAll = 0;
  for (let row = 0; row < column.length; row++) {
    const isGiven = column[row]! >= 0;
    if (isGiven) filledOfAll++;
    if (!looksAt(row)) continue;
    rows++;
    if (isGiven) filled++;
  }
  const [part, whole] = rows > 0 ? [filled, rows] : [filledOfAll, column.length];
  return part > 0 && part >= filledShare * whole;
}

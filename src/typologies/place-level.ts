import { type Ledger } from '../ledger/index.js';

/** The columns in which two ends of a transfer can be compared: places if both are given, else countries. */
export interface PlaceLevel {
  readonly level: 'place' | 'country';
  /** Index into the ledger's places, -1 = not given. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** From this share of filled rows on, a column counts as present: 80 of 100 [choice]. */
const FILLED_PERCENT = 80;

/**
 * The finest level at which handing in (`fromRows`) and paying out (`toRows`) are both known for 80 % of the rows that
 * an indicator looks at.
 *
 * @returns the level, or the names of the columns that are missing
 */
export function placeLevel(
  ledger: Ledger,
  fromRows: (row: number) => boolean,
  toRows: (row: number) => boolean,
): PlaceLevel | readonly string[] {
  const { placeFrom, placeTo, countryFrom, countryTo } = ledger.columns;
  if (isFilled(placeFrom, fromRows) && isFilled(placeTo, toRows))
    return { level: 'place', from: placeFrom, to: placeTo };
  if (isFilled(countryFrom, fromRows) && isFilled(countryTo, toRows)) {
    return { level: 'country', from: countryFrom, to: countryTo };
  }
  const missing: string[] = [];
  if (!isFilled(placeFrom, fromRows) && !isFilled(countryFrom, fromRows)) missing.push('placeFrom');
  if (!isFilled(placeTo, toRows) && !isFilled(countryTo, toRows)) missing.push('placeTo');
  return missing.length > 0 ? missing : ['placeFrom and placeTo at one level'];
}

/** Whether the column is filled on 80 % of the rows looked at; of all rows, if an indicator has none to look at. */
export function isFilled(column: Int32Array | undefined, looksAt: (row: number) => boolean): column is Int32Array {
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
  return rows > 0 ? isMost(filled, rows) : isMost(filledOfAll, column.length);
}

function isMost(filled: number, rows: number): boolean {
  return filled > 0 && filled * 100 >= rows * FILLED_PERCENT;
}

import { askWhole, type TemporalGraph } from '../graph/index.js';
import { channelCode, type Ledger } from '../ledger/index.js';
import { COLUMN_DEFAULTS, type ColumnParameters } from './column-parameters.js';
import { type Requirement } from './detector.js';

const UNKNOWN = channelCode('unknown');
const OTHER = channelCode('other');

/** How much of a required column is there. */
export interface ColumnCoverage {
  readonly column: Requirement;
  readonly filledRows: number;
  readonly rows: number;
  /** Whether detectors that need the column may run. */
  readonly present: boolean;
}

/**
 * Counts the rows in which a column is filled. Time is present unless the rows only have an order; channel is present
 * if any row names one that is known (`other` says nothing of cash); amounts and places need a share of the rows (80 %). An empty
 * ledger has no column. O(rows).
 */
export function columnCoverage(
  ledger: Ledger,
  column: Requirement,
  { filledShare }: ColumnParameters = COLUMN_DEFAULTS,
): ColumnCoverage {
  const rows = ledger.rowCount;
  const filledRows = countFilled(ledger, column);
  const anySuffices = column === 'time' || column === 'channel';
  const present = filledRows > 0 && (anySuffices || filledRows >= filledShare * rows);
  return { column, filledRows, rows, present };
}

/** {@link columnCoverage} of all data, where the graph is a slice. */
export function coverageOfAll(
  graph: TemporalGraph,
  column: Requirement,
  columns: ColumnParameters | undefined,
): ColumnCoverage {
  const [filledRows, rows, present] = askWhole<readonly [number, number, boolean]>(graph, `coverage ${column}`, () => {
    const own = columnCoverage(graph.ledger, column, columns);
    return [own.filledRows, own.rows, own.present];
  });
  return { column, filledRows, rows, present };
}

function countFilled(ledger: Ledger, column: Requirement): number {
  const { amountMinor, channel, placeFrom, placeTo } = ledger.columns;
  switch (column) {
    case 'time':
      return ledger.hasTime ? ledger.rowCount : 0;
    case 'amount':
      return count(amountMinor, (minor) => !Number.isNaN(minor));
    case 'channel':
      return count(channel, (code) => code !== UNKNOWN && code !== OTHER);
    case 'placeFrom':
      return count(placeFrom, (place) => place >= 0);
    case 'placeTo':
      return count(placeTo, (place) => place >= 0);
  }
}

function count(values: ArrayLike<number> | undefined, isFilled: (value: number) => boolean): number {
  let filled = 0;
  const length = values?.length ?? 0;
  for (let i = 0; i < length; i++) if (isFilled(values![i]!)) filled++;
  return filled;
}

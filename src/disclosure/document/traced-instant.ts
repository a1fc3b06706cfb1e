import { formatInstant, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';

/** Time of a row, no finer than the data give it. */
export function instantOf({ ledger }: TemporalGraph, row: Row): string {
  return formatInstant(ledger.columns.timeMs[row]!, ledger.precisionOf(row));
}

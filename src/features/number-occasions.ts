import { HOUR_MS } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type Relations } from './relations.js';

/**
 * The number, from 1, of the occasion that each row belongs to in its relation; 0 for rows without a relation. Payments that
 * follow each other by less than `occasionHours` are one occasion, as in `measureRelations`. O(transfers).
 */
export function numberOccasions(
  { ledger, transferCount }: TemporalGraph,
  { ofRow, count }: Relations,
  occasionHours: number,
): Int32Array {
  const { timeMs } = ledger.columns;
  const separateMs = occasionHours * HOUR_MS;
  const numbers = new Int32Array(transferCount);
  const reached = new Int32Array(count);
  const lastMs = new Float64Array(count).fill(-Infinity);
  for (let row = 0; row < transferCount; row++) {
    const relation = ofRow[row]!;
    if (relation < 0) continue;
    if (timeMs[row]! - lastMs[relation]! >= separateMs) reached[relation]!++;
    lastMs[relation] = timeMs[row]!;
    numbers[row] = reached[relation]!;
  }
  return numbers;
}

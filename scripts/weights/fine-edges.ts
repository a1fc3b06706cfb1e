import { binOf } from '../../src/judgement/index.js';

/**
 * At most `most` - 1 cut points that divide the values into bins of about equal mass, each half way between two neighbouring
 * values, so that noise in the last digits moves nobody across. Missing values (NaN) are left out. O(n log n).
 */
export function fineEdges(values: Float32Array, mass: Float64Array, most: number): number[] {
  const order = new Uint32Array(values.length);
  let present = 0;
  let whole = 0;
  for (let row = 0; row < values.length; row++) {
    if (Number.isNaN(values[row]!)) continue;
    order[present++] = row;
    whole += mass[row]!;
  }
  const sorted = order.subarray(0, present).sort((a, b) => values[a]! - values[b]! || a - b);
  const edges: number[] = [];
  let below = 0;
  let next = 1;
  for (let k = 0; k + 1 < sorted.length; k++) {
    below += mass[sorted[k]!]!;
    const [value, above] = [values[sorted[k]!]!, values[sorted[k + 1]!]!];
    if (value === above || below < (next * whole) / most) continue;
    edges.push(shortBetween(value, above));
    while (next < most && below >= (next * whole) / most) next++;
  }
  return edges;
}

/** A number with few digits strictly between two others, if there is one. */
function shortBetween(low: number, high: number): number {
  const middle = (low + high) / 2;
  for (let digits = 3; digits < 17; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (short > low && short < high) return short;
  }
  return middle;
}

/** Bin of each value by the cut points, as the table finds it; one more than the last bin where it is missing. */
export function binCodes(values: Float32Array, edges: readonly number[]): Uint8Array {
  return Uint8Array.from(values, (value) => (Number.isNaN(value) ? edges.length + 1 : binOf(edges, value)));
}

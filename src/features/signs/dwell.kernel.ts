import { type FlowColumns } from '../marked-flow.kernel.js';

/** What is summed up while money is matched: by account (or whatever `payer` numbers), in units. */
export interface DwellSums {
  /** Value that left within each limit, one array a limit. */
  readonly within: readonly Float64Array[];
  /** Value that left and was matched, and the same times its days of rest. */
  readonly matched: Float64Array;
  readonly restDays: Float64Array;
}

/** By row. */
export interface DwellColumns extends Omit<FlowColumns, 'marks'> {
  /** Where the row is summed up: its payer; its own number for sums by row. */
  readonly payer: Int32Array;
  readonly timeMs: Float64Array;
  /** Units of a minor unit of the paid currency. */
  readonly worth: Float64Array;
  readonly currency: Uint16Array;
}

const DAY_MS = 86_400_000;

/**
 * Matches each payment to what came in before, the oldest lot first or (`last`) the newest first, and sums how long the
 * pieces rested. `limitsMs` ascending. Rows in `order`. O(rows + pieces).
 */
export function sumDwellInto(
  sums: DwellSums,
  { from, to, paid, received, payer, timeMs, worth, currency }: DwellColumns,
  {
    order,
    queueCount,
    limitsMs,
    last,
  }: {
    readonly order: Int32Array;
    readonly queueCount: number;
    readonly limitsMs: readonly number[];
    readonly last: boolean;
  },
): void {
  const { within, matched, restDays } = sums;
  // A queue and a stack differ in the end where lots are added: `first` is the lot to be taken next.
  const first = new Int32Array(queueCount).fill(-1);
  const tail = new Int32Array(queueCount).fill(-1);
  const next = new Int32Array(from.length);
  const left = new Float64Array(from.length);
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!;
    const queue = from[row]!;
    if (queue < 0) continue;
    const account = payer[row]!;
    const unit = worth[currency[row]!]!;
    let need = paid[row]!;
    let lot = first[queue]!;
    while (need > 0 && lot >= 0) {
      const piece = Math.min(need, left[lot]!);
      const rest = timeMs[row]! - timeMs[lot]!;
      const value = piece * unit;
      matched[account]! += value;
      restDays[account]! += (value * rest) / DAY_MS;
      for (let i = limitsMs.length - 1; i >= 0 && rest <= limitsMs[i]!; i--) within[i]![account]! += value;
      need -= piece;
      left[lot]! -= piece;
      if (left[lot] === 0) lot = next[lot]!;
    }
    first[queue] = lot;
    const target = to[row]!;
    left[row] = received[row]!;
    if (last || first[target]! < 0) {
      next[row] = first[target]!;
      first[target] = row;
      if (next[row] < 0) tail[target] = row;
    } else {
      next[row] = -1;
      next[tail[target]!] = row;
      tail[target] = row;
    }
  }
}

import { type FlowColumns } from '../marked-flow.kernel.js';

/**
 * What is summed up while money is matched, in units: by account (or whatever `payer` numbers) the value that left and was
 * matched, the same times its days of rest, and the value that left within each limit. `width` = 2 + limits numbers each,
 * side by side, because places of accounts are as good as random.
 */
export interface DwellSums {
  readonly width: number;
  readonly sums: Float64Array;
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

/** By queue: where its lots may lie, in order of queues; and how matching is done. `limitsMs` ascending. */
export interface DwellRules {
  readonly order: Int32Array;
  readonly lotStarts: Int32Array;
  readonly limitsMs: readonly number[];
  readonly last: boolean;
}

const DAY_MS = 86_400_000;

/**
 * Matches each payment to what came in before, the oldest lot first or (`last`) the newest first, and sums how long the
 * pieces rested. Rows in `order`. O(rows + pieces).
 */
export function sumDwellInto(
  { width, sums }: DwellSums,
  { from, to, paid, received, payer, timeMs, worth, currency }: DwellColumns,
  { order, lotStarts, limitsMs, last }: DwellRules,
): void {
  // Lots of a queue lie side by side, with what is left of each and when it came: lots bounds[2 q] .. bounds[2 q + 1]. A queue
  // gives the first, a stack the last.
  const bounds = new Int32Array(2 * lotStarts.length);
  for (let queue = 0; queue < lotStarts.length; queue++) bounds[2 * queue] = bounds[2 * queue + 1] = lotStarts[queue]!;
  const lots = new Float64Array(2 * from.length);
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!;
    const queue = from[row]!;
    if (queue < 0) continue;
    const at = timeMs[row]!;
    const sum = width * payer[row]!;
    const unit = worth[currency[row]!]!;
    let need = paid[row]!;
    let first = bounds[2 * queue]!;
    let end = bounds[2 * queue + 1]!;
    while (need > 0 && first < end) {
      const lot = last ? end - 1 : first;
      const left = lots[2 * lot]!;
      const piece = Math.min(need, left);
      const rest = at - lots[2 * lot + 1]!;
      const value = piece * unit;
      sums[sum]! += value;
      sums[sum + 1]! += (value * rest) / DAY_MS;
      for (let i = limitsMs.length - 1; i >= 0 && rest <= limitsMs[i]!; i--) sums[sum + 2 + i]! += value;
      need -= piece;
      lots[2 * lot] = left - piece;
      if (left !== piece) continue;
      if (last) end--;
      else first++;
    }
    bounds[2 * queue] = first;
    bounds[2 * queue + 1] = end;
    const added = bounds[2 * to[row]! + 1]!++;
    lots[2 * added] = received[row]!;
    lots[2 * added + 1] = at;
  }
}

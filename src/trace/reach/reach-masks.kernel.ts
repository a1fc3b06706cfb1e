/** New bits of the instant at hand, which accounts may not send on in it: entries 0 .. count - 1. */
export interface PendingBits {
  heads: Int32Array;
  bits: Int32Array;
  count: number;
  timeMs: number;
}

/**
 * Carries up to 32 searches at once over the rows from `row` to before `stop`, as bits of one mask an account. New bits
 * are held back in `pending` until their instant is over.
 *
 * @param active bits of searches that are not over
 * @returns `stop`, or the row before which `pending` must be settled (its instant is over) or given room
 */
export function carryMasks(
  tail: Int32Array,
  head: Int32Array,
  timeMs: Float64Array,
  admitted: Uint8Array | undefined,
  masks: Int32Array,
  active: number,
  pending: PendingBits,
  row: number,
  stop: number,
  step: number,
): number {
  const { heads, bits } = pending;
  let { count } = pending;
  for (; row !== stop; row += step) {
    if (count > 0 && (timeMs[row] !== pending.timeMs || count === heads.length)) break;
    const to = head[row]!;
    const found = masks[tail[row]!]! & ~masks[to]! & active;
    if (found === 0 || (admitted !== undefined && admitted[row] !== 1)) continue;
    heads[count] = to;
    bits[count++] = found;
    pending.timeMs = timeMs[row]!;
  }
  pending.count = count;
  return row;
}

/** Adds bits to a mask and counts those that are new, one counter a bit. Returns the new ones. */
export function addBits(masks: Int32Array, counts: Int32Array, account: number, bits: number): number {
  const added = bits & ~masks[account]!;
  masks[account]! |= added;
  for (let rest = added; rest !== 0; rest &= rest - 1) counts[31 - Math.clz32(rest & -rest)]!++;
  return added;
}

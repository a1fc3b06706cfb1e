import { addBits, carryMasks, type PendingBits } from './reach-masks.kernel.js';
import { degreeOf, firstPositionFrom, firstRowFrom, rowAt, type SearchDirection } from './search-direction.js';

/** Searches that run at once, one bit each. */
export const SEARCHES_AT_ONCE = 32;

/** One of the searches: it begins with a row and is over before another. */
interface OneSearch {
  readonly bit: number;
  readonly firstRow: number;
  readonly endRow: number;
}

/**
 * Reach from up to 32 single rows in one pass over the rows of their time: the passes share their reading of memory, which
 * is what a search costs. Waiting and hops are not limited. The scratch is kept for the next pass.
 */
export class MaskReach {
  readonly #direction: SearchDirection;
  readonly #admitted: Uint8Array | undefined;
  readonly #sameInstant: boolean;
  readonly #masks: Int32Array;
  readonly #counts = new Int32Array(SEARCHES_AT_ONCE);
  readonly #pending: PendingBits = { heads: new Int32Array(64), bits: new Int32Array(64), count: 0, timeMs: NaN };

  constructor(direction: SearchDirection, accounts: number, admitted: Uint8Array | undefined, sameInstant: boolean) {
    this.#direction = direction;
    this.#admitted = admitted;
    this.#sameInstant = sameInstant;
    this.#masks = new Int32Array(accounts);
  }

  /**
   * Number of accounts reached from each row within `horizon` of it, heads of the rows included. The rows are at most 32,
   * may all be used, are distinct and in the order of the search. The answer is overwritten by the next call.
   */
  countFrom(rows: readonly number[], horizon: number): Int32Array {
    const { step, timeMs } = this.#direction;
    this.#masks.fill(0);
    this.#counts.fill(0);
    const endOf = (row: number): number => firstRowFrom(this.#direction, step * timeMs[row]! + horizon, true);
    const searches = rows.map((row, i): OneSearch => ({ bit: 1 << i, firstRow: row, endRow: endOf(row) }));
    let active = 0;
    let begun = 0;
    let over = 0;
    let row = rows[0]!;
    while (over < searches.length) {
      while (searches[begun]?.firstRow === row) {
        active |= searches[begun]!.bit;
        this.#receive(row, searches[begun++]!.bit, active);
      }
      const next = searches[begun]?.firstRow ?? searches[over]!.endRow;
      const end = searches[over]!.endRow;
      const stop = step * (next - end) < 0 ? next : end;
      row = this.#carry(row, stop, active);
      while (searches[over]?.endRow === row) active &= ~searches[over++]!.bit;
    }
    this.#settle();
    return this.#counts;
  }

  #carry(row: number, stop: number, active: number): number {
    const { tail, head, timeMs, step } = this.#direction;
    const pending = this.#pending;
    for (;;) {
      row = carryMasks(tail, head, timeMs, this.#admitted, this.#masks, active, pending, row, stop, step);
      if (this.#sameInstant) this.#sendOnAtOnce(active);
      else if (row === stop) return stop;
      else if (timeMs[row] === pending.timeMs) this.#makeRoom();
      else this.#settle();
      if (row === stop) return stop;
    }
  }

  /** Gives the head of a row new bits, from the row's instant on. */
  #receive(row: number, bits: number, active: number): void {
    const pending = this.#pending;
    if (pending.count > 0 && pending.timeMs !== this.#direction.timeMs[row]) this.#settle();
    if (pending.count === pending.heads.length) this.#makeRoom();
    pending.heads[pending.count] = this.#direction.head[row]!;
    pending.bits[pending.count++] = bits;
    pending.timeMs = this.#direction.timeMs[row]!;
    if (this.#sameInstant) this.#sendOnAtOnce(active);
  }

  /** The instant is over: what was held back may be sent on. */
  #settle(): void {
    const pending = this.#pending;
    for (let i = 0; i < pending.count; i++) addBits(this.#masks, this.#counts, pending.heads[i]!, pending.bits[i]!);
    pending.count = 0;
  }

  /** Follows pending bits within their instant until nothing new is reached. */
  #sendOnAtOnce(active: number): void {
    const { head, step, timeMs } = this.#direction;
    const pending = this.#pending;
    const clock = step * pending.timeMs;
    while (pending.count > 0) {
      const account = pending.heads[--pending.count]!;
      const added = addBits(this.#masks, this.#counts, account, pending.bits[pending.count]!) & active;
      if (added === 0) continue;
      const degree = degreeOf(this.#direction, account);
      let position = firstPositionFrom(this.#direction, account, 0, clock, false);
      for (; position < degree; position++) {
        const row = rowAt(this.#direction, account, position);
        if (step * timeMs[row]! !== clock) break;
        if ((added & ~this.#masks[head[row]!]!) === 0 || this.#admitted?.[row] === 0) continue;
        if (pending.count === pending.heads.length) this.#makeRoom();
        pending.heads[pending.count] = head[row]!;
        pending.bits[pending.count++] = added;
      }
    }
  }

  #makeRoom(): void {
    const pending = this.#pending;
    for (const column of ['heads', 'bits'] as const) {
      const grown = new Int32Array(pending[column].length * 2);
      grown.set(pending[column]);
      pending[column] = grown;
    }
  }
}

import { type Account } from '../../foundation/index.js';
import { type CounterpartyLists } from './counterparty-lists.js';

/**
 * The counterparties of all who ever pay one beneficiary, without those that no two of them share: nearly all of them go,
 * and whatever window is compared, its senders share no others. Sizes are those of the full lists, what is left out aside.
 */
export class SharedLists {
  readonly #known = new Map<Account, { readonly list: Int32Array; readonly size: number }>();

  /** `held` is scratch, a zero per account, left zero; `leftOut` flags what is in no list. O(their counterparties). */
  constructor(senders: readonly Account[], lists: CounterpartyLists, held: Int32Array, leftOut: Uint8Array) {
    for (const sender of senders) for (const other of lists.of(sender)) if (leftOut[other] === 0) held[other]!++;
    for (const sender of senders) {
      const all = lists.of(sender);
      const list = new Int32Array(all.length);
      let length = 0;
      let size = 0;
      for (const other of all) {
        size += 1 - leftOut[other]!;
        if (held[other]! > 1) list[length++] = other;
      }
      this.#known.set(sender, { list: list.slice(0, length), size });
    }
    for (const sender of senders) for (const other of lists.of(sender)) held[other] = 0;
  }

  listOf(sender: Account): Int32Array {
    return this.#known.get(sender)!.list;
  }

  sizeOf(sender: Account): number {
    return this.#known.get(sender)!.size;
  }
}

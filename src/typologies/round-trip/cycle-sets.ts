import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { compareLists } from '../findings/bound-findings.js';

/** The cycles that run over one set of accounts: the earliest of them, and how many there are. */
export interface CycleSet {
  /** Transfers of the earliest cycle, in its own order. */
  rows: Int32Array;
  cycles: number;
  readonly accounts: Int32Array;
}

/**
 * Groups cycles by the set of accounts they run over. Of each set the earliest cycle is kept: the one that starts, then
 * continues first; between cycles of equal times the larger first amount, then the canonical order, decides.
 */
export class CycleSets {
  readonly #graph: TemporalGraph;
  readonly #byHash = new Map<number, CycleSet[]>();

  constructor(graph: TemporalGraph) {
    this.#graph = graph;
  }

  /** Adds the cycle rows[0 .. length). O(length log length) for a known set. */
  add(rows: Int32Array, length: number): void {
    const { payer } = this.#graph;
    const accounts = rows.slice(0, length);
    for (let i = 0; i < length; i++) accounts[i] = payer[accounts[i]!]!;
    accounts.sort();
    const hash = hashAccounts(accounts);
    const sameHash = this.#byHash.get(hash);
    const known = sameHash?.find((set) => compareLists(set.accounts, accounts) === 0);
    if (known === undefined) {
      const fresh = { rows: rows.slice(0, length), cycles: 1, accounts };
      if (sameHash === undefined) this.#byHash.set(hash, [fresh]);
      else sameHash.push(fresh);
      return;
    }
    known.cycles++;
    const cycle = rows.subarray(0, length);
    if (this.#compare(cycle, known.rows) < 0) known.rows = cycle.slice();
  }

  /** All sets, in order of first sight. */
  list(): CycleSet[] {
    return [...this.#byHash.values()].flat();
  }

  /** Earlier cycle first; see the class. */
  #compare(left: Int32Array, right: Int32Array): number {
    const { timeMs, amountMinor, currency } = this.#graph.ledger.columns;
    for (let i = 0; i < left.length; i++) {
      const difference = timeMs[left[i]!]! - timeMs[right[i]!]!;
      if (difference !== 0) return difference;
    }
    for (let i = 0; i < left.length; i++) {
      if (currency[left[i]!] !== currency[right[i]!]) continue;
      const difference = amountMinor[right[i]!]! - amountMinor[left[i]!]!;
      if (difference > 0 || difference < 0) return difference;
    }
    return compareLists(left, right);
  }
}

/** 32 bits of the sorted accounts (FNV-1a over whole numbers); equal hashes are compared in full. */
function hashAccounts(accounts: ArrayLike<Account>): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < accounts.length; i++) hash = Math.imul(hash ^ accounts[i]!, 0x0100_0193) ^ (hash >>> 15);
  return hash;
}

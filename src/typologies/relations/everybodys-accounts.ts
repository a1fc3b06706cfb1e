import { type TemporalGraph, type TemporalIndex } from '../../graph/index.js';

/** When everybody deals with an account. */
export const EVERYBODYS_RULE = Object.freeze({
  /** An account that fewer pay, or that pays fewer, may still be somebody's own acquaintance [choice]: a class, a parish. */
  leastParties: 25,
  /** And it must stand out in the file itself: 19 of 20 accounts have fewer [choice]. */
  commonShare: 0.95,
});

/**
 * Accounts that everybody deals with, as one byte per account: shops, offices, landlords, employers. To share one of them
 * says nothing of how two people are related. An account is one if at least 25 different others pay it, or are paid by it,
 * and it has more than the account at 19 in 20 of the file's accounts that are paid (that pay); so in a dense file it takes more. Hubs are too.
 * It does not say that such an account is a business. O(transfers).
 */
export function everybodysAccounts(graph: TemporalGraph, hubFlag: Uint8Array): Uint8Array {
  const known = knownFlags.get(graph) ?? graph.extent?.isEverybodys ?? flagsOf(graph);
  knownFlags.set(graph, known);
  return known.map((flag, account) => flag | hubFlag[account]!);
}

/** Several detectors ask the same of one graph, which never changes. */
const knownFlags = new WeakMap<TemporalGraph, Uint8Array>();

function flagsOf(graph: TemporalGraph): Uint8Array {
  const flags = new Uint8Array(graph.accountCount);
  for (const [index, others] of [
    [graph.in, graph.payer],
    [graph.out, graph.beneficiary],
  ] as const) {
    const counts = distinctParties(index, others);
    const least = Math.max(EVERYBODYS_RULE.leastParties, quantile(counts, EVERYBODYS_RULE.commonShare) + 1);
    for (let account = 0; account < counts.length; account++) if (counts[account]! >= least) flags[account] = 1;
  }
  return flags;
}

/** Different accounts on the other side, each account itself left out. */
function distinctParties({ starts, rows }: TemporalIndex, others: Int32Array): Int32Array {
  const accounts = starts.length - 1;
  const counts = new Int32Array(accounts);
  const seenBy = new Int32Array(accounts).fill(-1);
  for (let account = 0; account < accounts; account++) {
    seenBy[account] = account;
    for (let i = starts[account]!; i < starts[account + 1]!; i++) {
      const other = others[rows[i]!]!;
      if (seenBy[other] === account) continue;
      seenBy[other] = account;
      counts[account]!++;
    }
  }
  return counts;
}

/** The count at that share of the accounts with any, in ascending order and rounded down; 0 without any. */
function quantile(counts: Int32Array, share: number): number {
  const sorted = counts.filter((count) => count > 0).sort();
  return sorted.length === 0 ? 0 : sorted[Math.floor(share * (sorted.length - 1))]!;
}

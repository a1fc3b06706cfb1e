import { isWhole, type TemporalGraph } from '../../graph/index.js';

/** Distinct payers of each account, hubs and itself not counted; 0 for hubs, where there are fewer than `least`, and for accounts that are not whole here. */
export function distinctPayers(graph: TemporalGraph, hubFlag: Uint8Array, least: number): Int32Array {
  const { starts, rows } = graph.in;
  const counts = new Int32Array(graph.accountCount);
  const seenBy = new Int32Array(graph.accountCount).fill(-1);
  for (let account = 0; account < graph.accountCount; account++) {
    if (hubFlag[account] === 1 || !isWhole(graph, account) || starts[account + 1]! - starts[account]! < least) continue;
    seenBy[account] = account;
    let distinct = 0;
    for (let i = starts[account]!; i < starts[account + 1]!; i++) {
      const payer = graph.payer[rows[i]!]!;
      if (seenBy[payer] === account || hubFlag[payer] === 1) continue;
      seenBy[payer] = account;
      distinct++;
    }
    if (distinct >= least) counts[account] = distinct;
  }
  return counts;
}

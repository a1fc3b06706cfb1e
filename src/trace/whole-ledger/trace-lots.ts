import { type MinorColumn } from '../pass-through/lane-columns.js';
import { moveLotsByBirth } from './birth-heap-lots.kernel.js';
import { layOutHeaps, layOutLists } from './lay-out-lots.kernel.js';
import { moveLineLots } from './line-lots.kernel.js';
import { LotPool } from './lot-pool.js';
import { type MoneyEvents } from './money-events.js';
import { moveSharesProRata } from './pro-rata-shares.kernel.js';
import { type ProvenancePolicy } from '../holdings/tracing-rules.js';
import { SharePool } from './share-pool.js';

/** The lots of all accounts after all events. */
export interface TracedLots {
  /** Account a has the lots starts[a] .. starts[a + 1]. */
  readonly starts: Int32Array;
  /** Event of birth; under pro rata the rank of the origin, and the number of ranks for several origins merged. */
  readonly birth: Int32Array;
  readonly quantity: MinorColumn;
  readonly moves: number;
  readonly merged: boolean;
}

/** Runs one policy on doubles that hold integers. Memory grows with the lots, see LotPool and SharePool. */
export function traceLots(
  { from, to, quantity }: MoneyEvents,
  policy: ProvenancePolicy,
  originRank: Int32Array,
  mostOrigins: number,
): TracedLots {
  const accountCount = originRank.length;
  const none = (): Int32Array => new Int32Array(accountCount).fill(-1);
  if (policy === 'pro-rata') {
    const shares = new SharePool(accountCount);
    const balance = new Float64Array(accountCount);
    const mergedEvents = moveSharesProRata(from, to, quantity, originRank, mostOrigins, shares, balance);
    return { ...layOutShares(shares), moves: 0, merged: mergedEvents > 0 };
  }
  if (policy === 'fifo' || policy === 'lifo') {
    const lots = new LotPool('lists');
    const head = none();
    const moves = moveLineLots(from, to, quantity, policy === 'lifo', lots, head, none());
    return { ...layOutLists(head, lots, policy === 'lifo'), moves, merged: false };
  }
  const lots = new LotPool('heaps');
  const root = none();
  const sign = policy === 'least-recently-born' ? 1 : -1;
  const moves = moveLotsByBirth(from, to, quantity, sign, lots, root, new Float64Array(accountCount));
  return { ...layOutHeaps(root, lots, from.length), moves, merged: false };
}

function layOutShares({
  start,
  length,
  origin,
  quantity,
}: SharePool): Pick<TracedLots, 'starts' | 'birth' | 'quantity'> {
  const starts = new Int32Array(start.length + 1);
  for (let account = 0; account < start.length; account++) starts[account + 1] = starts[account]! + length[account]!;
  const birth = new Int32Array(starts[start.length]!);
  const shares = new Float64Array(birth.length);
  for (let account = 0; account < start.length; account++) {
    const [first, end] = [start[account]!, start[account]! + length[account]!];
    birth.set(origin.subarray(first, end), starts[account]);
    shares.set(quantity.subarray(first, end), starts[account]);
  }
  return { starts, birth, quantity: shares };
}

import { MinorBigints } from '../holdings/arithmetic.js';
import { holdingOfRule } from '../holdings/holding-of-rule.js';
import { LaneBook } from '../holdings/lane-book.js';
import { type Lot } from '../holdings/lot.js';
import { type BookedMoney } from './opening-balances.js';
import { type ProvenancePolicy } from '../holdings/tracing-rules.js';
import { type TracedLots } from './trace-lots.js';

/** The columns of money events with exact quantities. */
export interface WideEvents {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly exact: readonly bigint[];
}

/** As the kernel `bookBalancesInto`, exactly. O(events) operations on BigInts. */
export function bookWideBalances({ from, to, exact }: WideEvents, accountCount: number): BookedMoney {
  const zeros = (): bigint[] => new Array<bigint>(accountCount).fill(0n);
  const [balance, shortfall, born] = [zeros(), zeros(), zeros()];
  const firstBorn = new Int32Array(accountCount).fill(-1);
  exact.forEach((paid, event) => {
    const source = from[event]!;
    const left = source >= 0 ? balance[source]! - paid : -paid;
    if (left < 0n) {
      const origin = source >= 0 ? source : ~source;
      if (firstBorn[origin]! < 0) firstBorn[origin] = event;
      born[origin]! -= left;
      if (source >= 0) shortfall[source]! -= left;
    }
    if (source >= 0) balance[source] = left < 0n ? 0n : left;
    balance[to[event]!]! += paid;
  });
  return { balance, shortfall, born, firstBorn };
}

/**
 * All policies for sums beyond 2^53 - 1, by a {@link LaneBook} whose lanes are the accounts, and the readable form of what the
 * kernels do: take lots from the payer by the policy, let what is missing be born, give all of it to the receiver in the
 * order taken. No limit on origins.
 */
export function traceWideLots(
  { from, to, exact }: WideEvents,
  policy: ProvenancePolicy,
  originRank: Int32Array,
): TracedLots {
  const arithmetic = new MinorBigints();
  const origin = (account: number): number => originRank[account]!;
  const holding = holdingOfRule(policy, arithmetic, { joins: false });
  const book = new LaneBook(originRank.length, { arithmetic, holding, origin, shortfall: 'born' });
  let moves = 0;
  exact.forEach((amount, birth) => {
    const source = from[birth]!;
    const born = (): Lot<bigint> => ({ origin: origin(~source), asserted: false, birth, hops: 0, amount });
    const lots = source >= 0 ? book.debit(source, amount, birth) : [born()];
    moves += lots.length;
    book.credit(to[birth]!, lots);
  });
  const lots = Array.from(originRank, (_, account) => [...book.lots(account)]);
  if (policy === 'pro-rata') return { ...layOut(lots, (lot) => lot.origin), moves, merged: false };
  const byBirth = policy === 'least-recently-born' || policy === 'most-recently-born';
  return { ...layOut(byBirth ? lots.map(joinedByBirth) : lots, ({ birth }) => birth), moves, merged: false };
}

function layOut(
  lots: readonly (readonly Readonly<Lot<bigint>>[])[],
  label: (lot: Readonly<Lot<bigint>>) => number,
): Pick<TracedLots, 'starts' | 'birth' | 'quantity'> {
  const starts = new Int32Array(lots.length + 1);
  lots.forEach((held, account) => (starts[account + 1] = starts[account]! + held.length));
  const all = lots.flat();
  return { starts, birth: Int32Array.from(all, label), quantity: all.map(({ amount }) => amount) };
}

/** One lot per birth, ascending. */
function joinedByBirth(lots: readonly Readonly<Lot<bigint>>[]): Lot<bigint>[] {
  const joined = new Map<number, Lot<bigint>>();
  for (const lot of lots) joined.set(lot.birth, { ...lot, amount: lot.amount + (joined.get(lot.birth)?.amount ?? 0n) });
  return [...joined.values()].sort((a, b) => a.birth - b.birth);
}

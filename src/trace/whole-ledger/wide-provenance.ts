import { type BookedMoney } from './opening-balances.js';
import { type ProvenancePolicy } from '../holdings/tracing-rules.js';
import { type TracedLots } from './trace-lots.js';

/** Money of one birth at an account. Under pro rata `birth` is the rank of the origin: births are not kept apart. */
interface WideLot {
  readonly birth: number;
  readonly quantity: bigint;
}

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
 * All policies for sums beyond 2^53 - 1, and the readable form of what the kernels do: take lots from the payer by the
 * policy, let what is missing be born, give all of it to the receiver in the order taken. No limit on origins.
 * O(lots of the payer) operations on BigInts per event.
 */
export function traceWideLots(
  { from, to, exact }: WideEvents,
  policy: ProvenancePolicy,
  originRank: Int32Array,
): TracedLots {
  const lots: WideLot[][] = Array.from(originRank, () => []);
  let moves = 0;
  exact.forEach((quantity, event) => {
    const source = from[event]!;
    const held = source >= 0 ? lots[source]! : [];
    const taken = policy === 'pro-rata' ? takeInProportion(held, quantity) : takeInTurn(held, quantity, policy);
    const missing = quantity - sumOf(taken);
    const birth = policy === 'pro-rata' ? originRank[source >= 0 ? source : ~source]! : event;
    if (missing > 0n) taken.push({ birth, quantity: missing });
    moves += taken.length;
    const target = to[event]!;
    lots[target] = policy === 'pro-rata' ? merged([...lots[target]!, ...taken]) : [...lots[target]!, ...taken];
  });
  const byBirth = policy === 'least-recently-born' || policy === 'most-recently-born';
  return { ...layOut(byBirth ? lots.map(merged) : lots), moves, merged: false };
}

function layOut(lots: readonly (readonly WideLot[])[]): Pick<TracedLots, 'starts' | 'birth' | 'quantity'> {
  const starts = new Int32Array(lots.length + 1);
  lots.forEach((held, account) => (starts[account + 1] = starts[account]! + held.length));
  const all = lots.flat();
  return { starts, birth: Int32Array.from(all, ({ birth }) => birth), quantity: all.map(({ quantity }) => quantity) };
}

function sumOf(lots: readonly WideLot[]): bigint {
  return lots.reduce((sum, { quantity }) => sum + quantity, 0n);
}

/** Takes lots one after the other out of `held`, splitting the last. */
function takeInTurn(held: WideLot[], quantity: bigint, policy: Exclude<ProvenancePolicy, 'pro-rata'>): WideLot[] {
  const taken: WideLot[] = [];
  let open = quantity;
  while (open > 0n && held.length > 0) {
    const at = nextLot(held, policy);
    const lot = held[at]!;
    const part = lot.quantity < open ? lot.quantity : open;
    taken.push({ birth: lot.birth, quantity: part });
    if (part === lot.quantity) held.splice(at, 1);
    else held[at] = { birth: lot.birth, quantity: lot.quantity - part };
    open -= part;
  }
  return taken;
}

function nextLot(held: readonly WideLot[], policy: Exclude<ProvenancePolicy, 'pro-rata'>): number {
  if (policy === 'fifo') return 0;
  if (policy === 'lifo') return held.length - 1;
  const sign = policy === 'least-recently-born' ? 1 : -1;
  return held.reduce((best, lot, at) => (sign * (lot.birth - held[best]!.birth) < 0 ? at : best), 0);
}

/** floor(q * B_i / B) of each lot, the missing units one each to the largest remainders, ties to the lowest origin. */
function takeInProportion(held: WideLot[], quantity: bigint): WideLot[] {
  const balance = sumOf(held);
  if (quantity >= balance) return held.splice(0);
  const parts = held.map((lot) => (quantity * lot.quantity) / balance);
  const remainder = (at: number): bigint => (quantity * held[at]!.quantity) % balance;
  const missing = Number(quantity - parts.reduce((sum, part) => sum + part, 0n));
  const byRemainder = held.map((_, at) => at).sort((a, b) => Number(remainder(b) - remainder(a)) || a - b);
  for (const at of byRemainder.slice(0, missing)) parts[at]! += 1n;
  const taken = held.map(({ birth }, at) => ({ birth, quantity: parts[at]! }));
  const left = held.map((lot, at) => ({ birth: lot.birth, quantity: lot.quantity - parts[at]! }));
  held.splice(0, held.length, ...left.filter((lot) => lot.quantity > 0n));
  return taken.filter((lot) => lot.quantity > 0n);
}

/** One lot per birth, ascending. */
function merged(lots: readonly WideLot[]): WideLot[] {
  const sums = new Map<number, bigint>();
  for (const { birth, quantity } of lots) sums.set(birth, (sums.get(birth) ?? 0n) + quantity);
  return [...sums].map(([birth, quantity]) => ({ birth, quantity })).sort((a, b) => a.birth - b.birth);
}

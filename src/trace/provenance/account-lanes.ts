import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';

/** Every (account, currency) that money moves in, and the lanes that each transfer moves money between. */
export interface AccountLanes {
  readonly count: number;
  /** By lane. */
  readonly account: Int32Array;
  readonly currency: Uint16Array;
  /** Lane that pays, by row; -1 = no event: no amount, or to the same lane. */
  readonly from: Int32Array;
  /** Lane that receives, by row; -1 as in `from`. */
  readonly to: Int32Array;
  /** Whether amounts through some lane add up to 2^53 or more, or some currency needs exact integers anyway. */
  readonly wide: boolean;
}

/**
 * Lanes by account, then currency. A transfer of an account to itself moves money only if it changes the currency.
 * O(transfers + accounts), and O(log) more for each lane in ledgers of several currencies.
 */
export function accountLanes(graph: TemporalGraph): AccountLanes {
  const { ledger, payer, beneficiary, transferCount } = graph;
  const { amountMinor, currency, receivedCurrency } = ledger.columns;
  const receivedIn = receivedCurrency ?? currency;
  const currencies = ledger.currencies.length;
  const from = new Int32Array(transferCount).fill(-1);
  const to = new Int32Array(transferCount).fill(-1);
  const moves = (row: number): boolean =>
    amountMinor[row]! > 0 && (payer[row] !== beneficiary[row] || currency[row] !== receivedIn[row]);
  if (currencies <= 1) {
    for (let row = 0; row < transferCount; row++) {
      if (!moves(row)) continue;
      from[row] = payer[row]!;
      to[row] = beneficiary[row]!;
    }
    const account = Int32Array.from({ length: graph.accountCount }, (_, node) => node);
    const count = graph.accountCount;
    const wide = isWide(graph, count, from, to);
    return { count, account, currency: new Uint16Array(count), from, to, wide };
  }
  const keys = new Set<number>();
  for (let row = 0; row < transferCount; row++) {
    if (!moves(row)) continue;
    keys.add(payer[row]! * currencies + currency[row]!);
    keys.add(beneficiary[row]! * currencies + receivedIn[row]!);
  }
  const sorted = Float64Array.from(keys).sort();
  const laneOf = new Map<number, number>();
  sorted.forEach((key, lane) => laneOf.set(key, lane));
  for (let row = 0; row < transferCount; row++) {
    if (!moves(row)) continue;
    from[row] = laneOf.get(payer[row]! * currencies + currency[row]!)!;
    to[row] = laneOf.get(beneficiary[row]! * currencies + receivedIn[row]!)!;
  }
  return {
    count: sorted.length,
    account: Int32Array.from(sorted, (key) => Math.floor(key / currencies)),
    currency: Uint16Array.from(sorted, (key) => key % currencies),
    from,
    to,
    wide: isWide(graph, sorted.length, from, to),
  };
}

/** Lane of an account in a currency, -1 if no transfer touches it. O(lanes). */
export function laneOf(lanes: AccountLanes, account: Account, currency: number): number {
  return lanes.account.findIndex((owner, lane) => owner === account && lanes.currency[lane] === currency);
}

function isWide({ ledger }: TemporalGraph, lanes: number, from: Int32Array, to: Int32Array): boolean {
  if (ledger.currencies.some(({ lane }) => lane === 'wide')) return true;
  const { amountMinor, receivedMinor } = ledger.columns;
  const moved = new Float64Array(lanes);
  for (let row = 0; row < from.length; row++) {
    if (from[row]! < 0) continue;
    moved[from[row]!]! += amountMinor[row]!;
    moved[to[row]!]! += receivedMinor?.[row] ?? amountMinor[row]!;
  }
  return moved.some((sum) => sum > Number.MAX_SAFE_INTEGER);
}

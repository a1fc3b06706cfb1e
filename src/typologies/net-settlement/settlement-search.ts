import {
  type Account,
  type Bounded,
  type Budget,
  complete,
  DAY_MS,
  formatMinor,
  stopped,
} from '../../foundation/index.js';
import { askWhole, isWhole, type TemporalGraph } from '../../graph/index.js';
import { type ExactShare, exactShare } from '../numbers/exact-share.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { largePairs, medianTurnover, type PairRows } from './large-pairs.js';

/** See the detector. */
export interface SettlementRule {
  readonly windowMs: number;
  readonly minSpanMs: number;
  readonly minTransfers: number;
  readonly maxAccounts: number;
  readonly maxNetShare: number;
  readonly minTurnover: number;
  /** 1 = takes no part. */
  readonly hubFlag: Uint8Array;
}

/** A window of one cycle, in minor units. */
interface Settled {
  readonly rows: readonly number[];
  readonly gross: bigint;
  readonly net: bigint;
  readonly firstMs: number;
  readonly lastMs: number;
}

/**
 * All cycles of two to four accounts whose flows cancel out, currency by currency; of each the earliest window. Where the
 * net is at most a share q of the gross, each pair of a cycle of k accounts carries at least (1 - kq) / k of it: pairs that
 * never carry so much of the least gross sum in a window are left out at once. O(transfers), plus the paths of up to four
 * of the other pairs.
 */
export function findSettlements(graph: TemporalGraph, rule: SettlementRule, budget: Budget): Bounded<Occurrence> {
  const found: Occurrence[] = [];
  for (let currency = 0; currency < graph.ledger.currencies.length; currency++) {
    const usual = usualTurnover(graph, currency, rule.windowMs);
    if (usual === 0) continue;
    const { leastGross, pairs } = pairsOfCycles(graph, currency, usual, rule);
    forEachShortCycle(pairs, rule.maxAccounts, budget, (cycle) => {
      const settled = settledWindow(graph, cycle, rule, leastGross);
      if (settled !== undefined) found.push(toOccurrence(graph, currency, cycle, settled, rule));
    });
  }
  return budget.exhausted ? stopped(found, budget.describe()) : complete(found);
}

/** {@link medianTurnover} of all data. */
export function usualTurnover(graph: TemporalGraph, currency: number, windowMs: number): number {
  return askWhole(graph, `net-settlement turnover ${currency}`, () => medianTurnover(graph, currency, windowMs));
}

/** Accounts that pay somebody much in one currency and are paid much by somebody: nobody else is in a cycle that is found. */
export function mayCancelOut(graph: TemporalGraph, rule: SettlementRule): Account[] {
  const found = new Set<Account>();
  for (let currency = 0; currency < graph.ledger.currencies.length; currency++) {
    const usual = usualTurnover(graph, currency, rule.windowMs);
    if (usual === 0) continue;
    const { pairs } = pairsOfCycles(graph, currency, usual, rule);
    const paid = new Set([...pairs.values()].flatMap((receivers) => [...receivers.keys()]));
    for (const payer of pairs.keys()) if (paid.has(payer) && isWhole(graph, payer)) found.add(payer);
  }
  return [...found];
}

function pairsOfCycles(
  graph: TemporalGraph,
  currency: number,
  usual: number,
  rule: SettlementRule,
): { readonly leastGross: bigint; readonly pairs: ReadonlyMap<Account, ReadonlyMap<Account, PairRows>> } {
  const leastGross = BigInt(Math.ceil(usual * rule.minTurnover));
  const k = rule.maxAccounts;
  const least = (Number(leastGross) * Math.max(0, 1 - k * rule.maxNetShare)) / k;
  const pairs = largePairs(graph, currency, { hubFlag: rule.hubFlag, windowMs: rule.windowMs, least });
  return { leastGross, pairs };
}

/** Each simple cycle once, from its smallest account on. */
function forEachShortCycle(
  pairs: ReadonlyMap<Account, ReadonlyMap<Account, PairRows>>,
  maxAccounts: number,
  budget: Budget,
  visit: (cycle: readonly PairRows[]) => void,
): void {
  const path: PairRows[] = [];
  const walk = (root: Account, at: Account): boolean => {
    for (const [next, pair] of pairs.get(at) ?? []) {
      if (!budget.spend()) return false;
      if (next < root || path.some(({ payer }) => payer === next && next !== root)) continue;
      path.push(pair);
      if (next === root) visit([...path]);
      else if (path.length < maxAccounts && !walk(root, next)) return false;
      path.pop();
    }
    return true;
  };
  for (const root of pairs.keys()) if (!walk(root, root)) return;
}

/** The earliest window, anchored at a transfer of the cycle, in which the flows are large enough and cancel out. */
function settledWindow(
  graph: TemporalGraph,
  cycle: readonly PairRows[],
  rule: SettlementRule,
  leastGross: bigint,
): Settled | undefined {
  const { ledger } = graph;
  const { timeMs } = ledger.columns;
  const most = exactShare(rule.maxNetShare);
  const all = cycle
    .flatMap(({ rows }, pair) =>
      rows.map((row) => ({ row, pair, time: timeMs[row]!, minor: ledger.amountMinor(row)! })),
    )
    .sort((a, b) => a.row - b.row);
  const sums = cycle.map(() => 0n);
  const counts = cycle.map(() => 0);
  let end = 0;
  for (let from = 0; from < all.length; from++) {
    const firstMs = all[from]!.time;
    for (; end < all.length && all[end]!.time - firstMs <= rule.windowMs; end++) {
      sums[all[end]!.pair] = sums[all[end]!.pair]! + all[end]!.minor;
      counts[all[end]!.pair]!++;
    }
    const lastMs = all[end - 1]!.time;
    const isAnchor = from === 0 || all[from - 1]!.time < firstMs;
    const enough = lastMs - firstMs >= rule.minSpanMs && counts.every((count) => count >= rule.minTransfers);
    if (isAnchor && enough && cancels(sums, leastGross, most)) {
      const { gross, net } = grossAndNet(sums);
      return { rows: all.slice(from, end).map(({ row }) => row), gross, net, firstMs, lastMs };
    }
    sums[all[from]!.pair] = sums[all[from]!.pair]! - all[from]!.minor;
    counts[all[from]!.pair]!--;
  }
  return undefined;
}

function cancels(sums: readonly bigint[], leastGross: bigint, { numerator, denominator }: ExactShare): boolean {
  const { gross, net } = grossAndNet(sums);
  return gross >= leastGross && net * denominator <= numerator * gross;
}

/** Sum of all pairs, and the largest difference between what an account pays and what it gets: neighbours in the cycle. */
function grossAndNet(sums: readonly bigint[]): { readonly gross: bigint; readonly net: bigint } {
  let gross = 0n;
  let net = 0n;
  sums.forEach((sum, i) => {
    const before = sums[(i + sums.length - 1) % sums.length]!;
    const difference = sum > before ? sum - before : before - sum;
    gross += sum;
    if (difference > net) net = difference;
  });
  return { gross, net };
}

function toOccurrence(
  { ledger }: TemporalGraph,
  currency: number,
  cycle: readonly PairRows[],
  { rows, gross, net, firstMs, lastMs }: Settled,
  { minSpanMs, maxNetShare }: SettlementRule,
): Occurrence {
  const { code, scale } = ledger.currencies[currency]!;
  return {
    weight: rows.length,
    subjects: cycle.map(({ payer }) => payer),
    payers: [],
    rows,
    measured: [
      { name: 'accounts', value: cycle.length, unit: 'count' },
      { name: 'transfers', value: rows.length, unit: 'count' },
      { name: 'spanDays', value: (lastMs - firstMs) / DAY_MS, unit: 'days', threshold: minSpanMs / DAY_MS },
      { name: 'netShare', value: Number(net) / Number(gross), unit: 'share', threshold: maxNetShare },
      { name: 'grossAmount', value: formatMinor(gross, scale), unit: 'money', currency: code },
      { name: 'netAmount', value: formatMinor(net, scale), unit: 'money', currency: code },
    ],
  };
}

import { type Account } from '../foundation/index.js';
import { type TemporalGraph, type TemporalIndex } from '../graph/index.js';
import { everybodysAccounts } from './everybodys-accounts.js';

/** Which transfers the patterns of layering look at. */
export interface PatternRule {
  /** 1 = a hub. */
  readonly hubFlag: Uint8Array;
  /** Transfers of less than this share of their currency's median amount are dust; 0 = there is no dust. */
  readonly dustShare: number;
  /**
   * All that one account pays another lies within this span, in the unit of the ledger's times; undefined = whatever they
   * have paid each other.
   */
  readonly strangersWithin: number | undefined;
}

/**
 * One byte per transfer: 1 = a pattern of layering may use it. Left out are
 * - transfers of an account to itself, and those of hubs;
 * - dust: far less than is usual in the currency. Addresses that imitate another are made known by transfers of nothing or
 *   next to nothing, which move no money; a transfer without amount is no dust;
 * - where strangers are asked for, transfers between parties that deal with each other at other times too (a wage, a rent,
 *   a shop one goes to again), and transfers to accounts that everybody pays or from accounts that pay everybody.
 *
 * In data that is no longer than the span everybody is a stranger. O(transfers).
 */
export function patternRows(graph: TemporalGraph, { hubFlag, dustShare, strangersWithin }: PatternRule): Uint8Array {
  const { payer, beneficiary, transferCount } = graph;
  const { amountMinor, currency } = graph.ledger.columns;
  const least = usualAmounts(graph).map((usual) => usual * dustShare);
  const everybodys = strangersWithin === undefined ? hubFlag : everybodysAccounts(graph, hubFlag);
  const counted = new Uint8Array(transferCount);
  for (let row = 0; row < transferCount; row++) {
    const [from, to] = [payer[row]!, beneficiary[row]!];
    const isDust = amountMinor[row] === 0 || amountMinor[row]! < least[currency[row]!]!;
    if (from !== to && everybodys[from] === 0 && everybodys[to] === 0 && !isDust) counted[row] = 1;
  }
  if (strangersWithin !== undefined) leaveOutStanding(graph, counted, strangersWithin);
  return counted;
}

/** Sets to 0 what lies in a relation that lasts longer. */
function leaveOutStanding(
  { out, beneficiary, accountCount, ledger }: TemporalGraph,
  counted: Uint8Array,
  span: number,
): void {
  const { timeMs } = ledger.columns;
  const first = new Float64Array(accountCount).fill(NaN);
  const last = new Float64Array(accountCount);
  for (let payer = 0; payer < accountCount; payer++) {
    const [from, to] = [out.starts[payer]!, out.starts[payer + 1]!];
    for (let i = from; i < to; i++) {
      const receiver = beneficiary[out.rows[i]!]!;
      if (Number.isNaN(first[receiver])) first[receiver] = timeMs[out.rows[i]!]!;
      last[receiver] = timeMs[out.rows[i]!]!;
    }
    for (let i = from; i < to; i++) {
      const receiver = beneficiary[out.rows[i]!]!;
      if (last[receiver]! - first[receiver]! > span) counted[out.rows[i]!] = 0;
    }
    for (let i = from; i < to; i++) first[beneficiary[out.rows[i]!]!] = NaN;
  }
}

/** Median amount per currency, in minor units; 0 where there is none. */
function usualAmounts({ ledger, transferCount }: TemporalGraph): number[] {
  const { amountMinor, currency } = ledger.columns;
  return ledger.currencies.map((_, code) => {
    const amounts = amountMinor.filter((minor, row) => currency[row] === code && minor > 0 && row < transferCount);
    amounts.sort();
    return amounts.length === 0 ? 0 : amounts[(amounts.length - 1) >> 1]!;
  });
}

/** The graph with the counted transfers alone: the same accounts and rows, fewer of them listed. O(transfers). */
export function onlyCounted(graph: TemporalGraph, counted: Uint8Array): TemporalGraph {
  return { ...graph, in: filterIndex(graph.in, counted), out: filterIndex(graph.out, counted) };
}

function filterIndex({ starts, rows }: TemporalIndex, counted: Uint8Array): TemporalIndex {
  const kept = rows.filter((row) => counted[row] === 1);
  const own = new Int32Array(starts.length);
  let length = 0;
  for (let account: Account = 0; account + 1 < starts.length; account++) {
    for (let i = starts[account]!; i < starts[account + 1]!; i++) length += counted[rows[i]!]!;
    own[account + 1] = length;
  }
  return { starts: own, rows: kept };
}

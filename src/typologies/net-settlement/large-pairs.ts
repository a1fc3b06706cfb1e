import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { lowerMedianOf } from '../../structures/index.js';

/** What one account paid another in one currency. */
export interface PairRows {
  readonly payer: Account;
  readonly receiver: Account;
  /** Ascending. */
  readonly rows: readonly Row[];
}

/** Which pairs {@link largePairs} keeps. */
export interface LargePairRule {
  /** 1 = neither pays nor receives. */
  readonly hubFlag: Uint8Array;
  readonly windowMs: number;
  /** Least sum in some window, in minor units. */
  readonly least: number;
}

/** Doubles stand for exact amounts here: what is nearer to the bound than this is kept. */
const ROUNDING = 1e-9;

/** Pairs of different accounts that carry this much in some window, by payer, then receiver. O(transfers). */
export function largePairs(
  graph: TemporalGraph,
  currency: number,
  { hubFlag, windowMs, least }: LargePairRule,
): Map<Account, Map<Account, PairRows>> {
  const { columns } = graph.ledger;
  const byPayer = new Map<Account, Map<Account, PairRows>>();
  const total = new Float64Array(graph.accountCount);
  const paid = paidInAll(graph, currency);
  for (let payer = 0; payer < graph.accountCount; payer++) {
    // No pair carries more than all of them; twice the room, as this sum was added up in another order.
    if (hubFlag[payer] === 1 || paid[payer]! < least * (1 - 2 * ROUNDING)) continue;
    const own = rowsOf(graph.out, payer);
    if (own.length === 0) continue;
    let most = 0;
    const counts = (row: Row): boolean =>
      columns.currency[row] === currency && !Number.isNaN(columns.amountMinor[row]) && graph.beneficiary[row] !== payer;
    for (let i = 0; i < own.length; i++) {
      if (!counts(own[i]!)) continue;
      const receiver = graph.beneficiary[own[i]!]!;
      total[receiver]! += columns.amountMinor[own[i]!]!;
      if (total[receiver]! > most) most = total[receiver]!;
    }
    if (most < least * (1 - ROUNDING)) {
      for (let i = 0; i < own.length; i++) total[graph.beneficiary[own[i]!]!] = 0;
      continue;
    }
    const rowsTo = new Map<Account, Row[]>();
    for (let i = 0; i < own.length; i++) {
      const row = own[i]!;
      const receiver = graph.beneficiary[row]!;
      if (!counts(row) || hubFlag[receiver] === 1 || total[receiver]! < least * (1 - ROUNDING)) continue;
      const known = rowsTo.get(receiver);
      if (known === undefined) rowsTo.set(receiver, [row]);
      else known.push(row);
    }
    for (let i = 0; i < own.length; i++) total[graph.beneficiary[own[i]!]!] = 0;
    const kept = [...rowsTo]
      .filter(([, rows]) => largestSum(graph, rows, windowMs) >= least * (1 - ROUNDING))
      .sort(([left], [right]) => left - right)
      .map(([receiver, rows]): [Account, PairRows] => [receiver, { payer, receiver, rows }]);
    if (kept.length > 0) byPayer.set(payer, new Map(kept));
  }
  return byPayer;
}

/** What each account pays in the currency, whomever. In the order of the columns, which is fast. O(transfers). */
function paidInAll({ ledger, payer, accountCount, transferCount }: TemporalGraph, currency: number): Float64Array {
  const { columns } = ledger;
  const paid = new Float64Array(accountCount);
  for (let row = 0; row < transferCount; row++) {
    const minor = columns.amountMinor[row]!;
    if (columns.currency[row] === currency && minor > 0) paid[payer[row]!]! += minor;
  }
  return paid;
}

function largestSum({ ledger }: TemporalGraph, rows: readonly Row[], windowMs: number): number {
  const { timeMs, amountMinor } = ledger.columns;
  let most = 0;
  let sum = 0;
  let from = 0;
  for (const row of rows) {
    sum += amountMinor[row]!;
    while (timeMs[row]! - timeMs[rows[from]!]! > windowMs) sum -= amountMinor[rows[from++]!]!;
    most = Math.max(most, sum);
  }
  return most;
}

/**
 * What the median account that pays or is paid in the currency turns over, in and out together, in a stretch as long as
 * the window: its turnover of all data, times window / length of the data where that is longer. 0 without any.
 * O(transfers + accounts).
 */
export function medianTurnover(graph: TemporalGraph, currency: number, windowMs: number): number {
  const { columns, rowCount } = graph.ledger;
  const turnover = new Float64Array(graph.accountCount);
  for (let row = 0; row < rowCount; row++) {
    const minor = columns.amountMinor[row]!;
    if (columns.currency[row] !== currency || Number.isNaN(minor) || graph.payer[row] === graph.beneficiary[row]) {
      continue;
    }
    turnover[graph.payer[row]!]! += minor;
    turnover[graph.beneficiary[row]!]! += minor;
  }
  const active = turnover.filter((sum) => sum > 0);
  if (active.length === 0) return 0;
  const lengthMs = columns.timeMs[rowCount - 1]! - columns.timeMs[0]!;
  const share = lengthMs > windowMs ? windowMs / lengthMs : 1;
  return lowerMedianOf(active) * share;
}

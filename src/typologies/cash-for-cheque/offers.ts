import { type Account, type Budget, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { lowerBound } from '../../structures/index.js';
import { atLeastShare, exactShare } from '../numbers/exact-share.js';
import { windowLength } from '../time/window-length.js';

/** Which cash and cheques may belong together; see the detector. */
export interface OfferRule {
  readonly minPairs: number;
  readonly maxDwellDays: number;
  readonly minChequeShare: number;
  readonly strangerDays: number;
  readonly budget: Budget;
}

const CASH = channelCode('cash');
const CHEQUE = channelCode('cheque');

/** What an account may exchange: cash and cheques of strangers, by time, and which cheques may answer to which cash. */
export interface Offers {
  readonly cash: Int32Array;
  readonly cheques: Int32Array;
  readonly chequeTimes: Float64Array;
  /** For each cash, positions in `cheques`, ascending. */
  readonly answers: readonly (readonly number[])[];
}

/** Undefined where there are too few of either. O(transfers of the account) beside the comparisons. */
export function offersOf(graph: TemporalGraph, account: Account, rule: OfferRule): Offers | undefined {
  const { payer, beneficiary } = graph;
  const { channel, timeMs } = graph.ledger.columns;
  const paidIn = rowsOf(graph.in, account).filter((row) => channel[row] === CASH && payer[row] !== account);
  if (paidIn.length < rule.minPairs) return undefined;
  const written = rowsOf(graph.out, account).filter((row) => channel[row] === CHEQUE && beneficiary[row] !== account);
  if (written.length < rule.minPairs) return undefined;
  const asked = new Set<Account>();
  for (const row of paidIn) asked.add(payer[row]!);
  for (const row of written) asked.add(beneficiary[row]!);
  const meets = metBefore(graph, account, asked, rule);
  const cheques = written.filter((row) => !meets.paid(beneficiary[row]!, row));
  const cash = paidIn.filter((row) => !meets.dealtWith(payer[row]!, row));
  const chequeTimes = Float64Array.from(cheques, (row) => timeMs[row]!);
  const answers = Array.from(cash, (row) => chequesFor(graph, row, { cheques, chequeTimes }, rule));
  return { cash, cheques, chequeTimes, answers };
}

/** Positions of the cheques that may be the answer to some cash, ascending. */
function chequesFor(
  graph: TemporalGraph,
  cash: Row,
  { cheques, chequeTimes: times }: Pick<Offers, 'cheques' | 'chequeTimes'>,
  rule: OfferRule,
): number[] {
  const { ledger, payer, beneficiary } = graph;
  const { timeMs, currency, receivedCurrency } = ledger.columns;
  const limit = windowLength(24 * rule.maxDwellDays, ledger.precision);
  const least = exactShare(rule.minChequeShare);
  const received = ledger.received(cash)?.minor;
  const fitting: number[] = [];
  const first = lowerBound(times, timeMs[cash]!);
  for (let i = first; i < cheques.length && times[i]! - timeMs[cash]! <= limit; i++) {
    const cheque = cheques[i]!;
    if (!rule.budget.spend() || received === undefined) return [];
    if (beneficiary[cheque] === payer[cash]) continue;
    const written = ledger.amountMinor(cheque);
    const alike = currency[cheque] === (receivedCurrency ?? currency)[cash];
    if (alike && written !== undefined && written <= received && atLeastShare(written, received, least))
      fitting.push(i);
  }
  return fitting;
}

interface Acquaintance {
  /** Whether the account paid somebody in the time before a transfer. */
  paid(other: Account, before: Row): boolean;
  /** Whether there was any transfer between them in the time before. */
  dealtWith(other: Account, before: Row): boolean;
}

/** Which of the others an account knew when. */
function metBefore(
  graph: TemporalGraph,
  account: Account,
  others: ReadonlySet<Account>,
  { strangerDays }: OfferRule,
): Acquaintance {
  const { ledger, payer, beneficiary } = graph;
  const { timeMs } = ledger.columns;
  const length = windowLength(24 * strangerDays, ledger.precision);
  const paidAt = timesByOther(rowsOf(graph.out, account), beneficiary, timeMs, others);
  const receivedAt = timesByOther(rowsOf(graph.in, account), payer, timeMs, others);
  const wasThere = (times: readonly number[] | undefined, before: Row): boolean => {
    const last = times?.[lowerBound(times, timeMs[before]!) - 1];
    return last !== undefined && timeMs[before]! - last <= length;
  };
  return {
    paid: (other, before) => wasThere(paidAt.get(other), before),
    dealtWith: (other, before) => wasThere(paidAt.get(other), before) || wasThere(receivedAt.get(other), before),
  };
}

/** Times of an account's transfers with each of some others, ascending as its transfers are. */
function timesByOther(
  rows: Int32Array,
  otherOf: Int32Array,
  timeMs: Float64Array,
  others: ReadonlySet<Account>,
): Map<Account, number[]> {
  const times = new Map<Account, number[]>();
  for (const row of rows) {
    const other = otherOf[row]!;
    if (!others.has(other)) continue;
    const known = times.get(other);
    if (known === undefined) times.set(other, [timeMs[row]!]);
    else known.push(timeMs[row]!);
  }
  return times;
}

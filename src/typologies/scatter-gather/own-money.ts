import { type Account, type Row, type Ties } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type FifoLane, type MinorColumn, matchPassThrough } from '../../trace/index.js';
import { atLeastShare, exactShare, type ExactShare } from '../numbers/exact-share.js';
import { chosen, type ParameterSet, type ParameterValues } from '../../evidence/index.js';
import { KEPT_PARAMETERS } from '../relations/kept-parameters.js';
import { isKeptRelation, type KeptPayment, type KeptSpan, keptSpanIn } from '../relations/kept-relation.js';

/** The numbers that tell a wage, a rent or help from money passed on. */
export const OWN_MONEY_PARAMETERS = Object.freeze({
  ...KEPT_PARAMETERS,
  livings: chosen('count', 2, 'Whoever pays this many others a living pays wages'),
  livingShare: chosen('share', 0.25, 'A living is at least this much of what its receiver gets: a rent is less'),
} satisfies ParameterSet);

/** Once the accounts remembered have this many transfers, they are forgotten: memory stays bounded, answers the same. */
const MOST_TRANSFERS = 1_000_000;

/** How strictly {@link OwnMoney} asks. */
export interface OwnMoneyRule {
  readonly ties: Ties;
  /** Greatest time that money may have stayed to count, inclusive, in the unit of the ledger's times. */
  readonly dwell: number;
  /** Least share of a payment that must be the payer's money; 0 = not asked for. */
  readonly minOwnShare: number;
  readonly values: ParameterValues<keyof typeof OWN_MONEY_PARAMETERS>;
}

/**
 * Tells for two payments u > m > w whether m passes on money that u paid it *for that*, rather than spending what it lives
 * on. All of the following hold, in the currency that m got and paid:
 * - by first in, first out through m, with credits older than `dwell` passed over and money from before them leaving last,
 *   at least `minOwnShare` of the second payment is money that u paid;
 * - u does not keep m, as {@link isKeptRelation} has it;
 * - the first payment is no possible wage: u does not pay others a living, two of them or more (a relation that keeps them and is
 *   at least a quarter of what they get), or the first payment is larger than every payment of these.
 *
 * Not claimed: that the money was meant for w. A wage that is the only one in the data, of a payer who pays nobody else
 * regularly, looks like money passed on.
 */
export class OwnMoney {
  readonly #graph: TemporalGraph;
  readonly #rule: OwnMoneyRule;
  readonly #share: ExactShare;
  readonly #span: KeptSpan;
  readonly #lanes = new Map<Account, readonly FifoLane[]>();
  #transfersHeld = 0;
  /** Payments of the payer asked about last, and what it pays as livings, by currency. */
  #payer: Account = -1;
  #paymentsTo = new Map<Account, readonly Row[]>();
  #largestLiving = new Map<number, number>();

  constructor(graph: TemporalGraph, rule: OwnMoneyRule) {
    this.#graph = graph;
    this.#rule = rule;
    this.#share = exactShare(rule.minOwnShare);
    this.#span = keptSpanIn(graph);
  }

  /** Whether the second payment passes on money of the first one's payer. Payers are best asked about one after the other. */
  isPassedOn(first: Row, second: Row): boolean {
    return this.#isMostlyOwn(first, second) && !this.#isKeep(first);
  }

  #isMostlyOwn(first: Row, second: Row): boolean {
    if (this.#rule.minOwnShare === 0) return true;
    const { payer, beneficiary, ledger } = this.#graph;
    const currency = ledger.columns.currency[second]!;
    const lane = this.#lanesOf(beneficiary[first]!).find((one) => one.currency === currency);
    if (lane === undefined) return false;
    const debit = positionOf(lane.debitRows, second);
    if (lane.debitRows[debit] !== second) return false;
    let own = 0n;
    for (let piece = positionOf(lane.pieceDebit, debit); lane.pieceDebit[piece] === debit; piece++) {
      if (payer[lane.creditRows[lane.pieceCredit[piece]!]!] === payer[first]) own += minorAt(lane.pieceMinor, piece);
    }
    return atLeastShare(own, minorAt(lane.debitMinor, debit), this.#share);
  }

  #lanesOf(account: Account): readonly FifoLane[] {
    const known = this.#lanes.get(account);
    if (known !== undefined) return known;
    if (this.#transfersHeld > MOST_TRANSFERS) {
      this.#lanes.clear();
      this.#transfersHeld = 0;
    }
    const { ties, dwell } = this.#rule;
    const lanes = matchPassThrough(this.#graph, account, { ties, maxDwellMs: dwell, shortfall: 'born-now' });
    for (const { creditRows, debitRows } of lanes) this.#transfersHeld += creditRows.length + debitRows.length;
    this.#lanes.set(account, lanes);
    return lanes;
  }

  /** Whether the payment may keep who gets it. */
  #isKeep(first: Row): boolean {
    const { payer, beneficiary, ledger } = this.#graph;
    this.#lookAt(payer[first]!);
    const { currency, amountMinor } = ledger.columns;
    const code = currency[first]!;
    const payments = this.#inCurrency(this.#paymentsTo.get(beneficiary[first]!) ?? [], code);
    if (isKeptRelation(payments, this.#span, this.#rule.values)) return true;
    let largest = this.#largestLiving.get(code);
    if (largest === undefined) {
      largest = this.#findLargestLiving(code);
      this.#largestLiving.set(code, largest);
    }
    return amountMinor[first]! <= largest;
  }

  #lookAt(account: Account): void {
    if (account === this.#payer) return;
    const { beneficiary, out } = this.#graph;
    const paymentsTo = new Map<Account, Row[]>();
    for (const row of rowsOf(out, account)) {
      const to = beneficiary[row]!;
      const known = paymentsTo.get(to);
      if (known === undefined) paymentsTo.set(to, [row]);
      else known.push(row);
    }
    this.#payer = account;
    this.#paymentsTo = paymentsTo;
    this.#largestLiving = new Map();
  }

  /** Largest payment of the livings that the payer pays in one currency; -1 if there are not enough of them. */
  #findLargestLiving(code: number): number {
    let livings = 0;
    let largest = -1;
    for (const [receiver, rows] of this.#paymentsTo) {
      if (receiver === this.#payer) continue;
      const payments = this.#inCurrency(rows, code);
      if (!isKeptRelation(payments, this.#span, this.#rule.values)) continue;
      if (!this.#isLiving(receiver, payments, code)) continue;
      livings++;
      for (const { minor } of payments) if (minor > largest) largest = minor;
    }
    return livings < this.#rule.values.livings ? -1 : largest;
  }

  #isLiving(receiver: Account, payments: readonly KeptPayment[], code: number): boolean {
    const { currency, amountMinor } = this.#graph.ledger.columns;
    let income = 0;
    for (const row of rowsOf(this.#graph.in, receiver)) {
      if (currency[row] === code && !Number.isNaN(amountMinor[row]!)) income += amountMinor[row]!;
    }
    return payments.reduce((sum, { minor }) => sum + minor, 0) >= this.#rule.values.livingShare * income;
  }

  #inCurrency(rows: readonly Row[], code: number): KeptPayment[] {
    const { currency, amountMinor, timeMs } = this.#graph.ledger.columns;
    const payments: KeptPayment[] = [];
    for (const row of rows) {
      if (currency[row] !== code || Number.isNaN(amountMinor[row]!)) continue;
      payments.push({ time: timeMs[row]!, minor: amountMinor[row]! });
    }
    return payments;
  }
}

/** Position of the first entry that is not below `wanted`. */
function positionOf(ascending: Int32Array, wanted: number): number {
  let low = 0;
  for (let high = ascending.length; low < high;) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function minorAt(column: MinorColumn, position: number): bigint {
  return BigInt(column[position]!);
}

import { assertInvariant, type Row } from '../../foundation/index.js';
import { channelCode } from '../../ledger/index.js';
import { type Arithmetic } from '../holdings/arithmetic.js';
import { exchangeLots } from './exchange-lots.js';
import { holdingOfRule } from '../holdings/holding-of-rule.js';
import { type LotRule } from '../holdings/tracing-rules.js';
import { type Lot } from '../holdings/lot.js';
import { LaneBook } from '../holdings/lane-book.js';
import { MoneyInHand } from './money-in-hand.js';
import { type RowAmounts, rowAmounts } from './row-amounts.js';
import { StepLimits } from './step-limits.js';
import { TraceTally } from './trace-tally.js';
import { type TracePlan } from './trace-plan.js';
import { type EndState } from './value-trace.js';

/** Origin of money outside the claim. */
const OTHER = -1;
const CASH = channelCode('cash');

/**
 * One claim, one rule, one arithmetic, one order: books the transfers of followed lanes and notes where claimed value
 * goes. Lots have origin -1 if they are outside the claim, else the number of the claimed transfer among all claimed ones
 * (0 for all of them unless origins are kept apart).
 */
export class ClaimRun<Q> {
  readonly tally: TraceTally<Q>;
  readonly book: LaneBook<Q>;
  /** Value that entered the claim, by currency. */
  readonly claimed: Q[];
  /** Currencies that claimed value was exchanged into. */
  readonly exchangedInto = new Set<number>();
  /** Transfers booked: those of followed lanes and of the claim. */
  transfers = 0;
  readonly #plan: TracePlan;
  readonly #followed: Uint8Array;
  readonly #arithmetic: Arithmetic<Q>;
  readonly #amounts: RowAmounts<Q>;
  readonly #inHand: MoneyInHand<Q>;
  readonly #limits: StepLimits<Q>;
  readonly #originOf = new Map<Row, number>();
  /** Claimed value gained less lost in exchanges, by currency. */
  readonly #exchange: Q[];

  /**
   * @param followed 1 = the lots of the lane are kept; what leaves any other lane is unclaimed
   * @param openings balance of each lane before the first event
   */
  constructor(plan: TracePlan, rule: LotRule, arithmetic: Arithmetic<Q>, followed: Uint8Array, openings: readonly Q[]) {
    const { graph, lanes, settings, claim } = plan;
    this.#plan = plan;
    this.#followed = followed;
    this.#arithmetic = arithmetic;
    this.#amounts = rowAmounts(graph, arithmetic);
    this.tally = new TraceTally(arithmetic);
    const isClaimed = (origin: number): boolean => origin !== OTHER;
    const holding = holdingOfRule(rule, arithmetic, { within: settings.within, isClaimed });
    this.#inHand = new MoneyInHand(holding);
    this.#limits = new StepLimits(plan, arithmetic);
    this.book = new LaneBook(lanes.count, {
      arithmetic,
      holding,
      origin: () => OTHER,
      shortfall: settings.shortfall === 'born-now' ? 'born' : 'credit',
    });
    openings.forEach((amount, lane) => {
      this.book.open(lane, amount);
    });
    if (settings.perOrigin) claim.rows.forEach((row, at) => this.#originOf.set(row, at));
    const zeros = graph.ledger.currencies.map(() => arithmetic.zero);
    this.claimed = zeros;
    this.#exchange = zeros.slice();
  }

  /** Books one transfer. `event` is its place in the order. */
  transfer(row: Row, event: number): void {
    const { lanes, claim } = this.#plan;
    const followed = this.#followed;
    const from = lanes.from[row]!;
    if (from < 0) return;
    const to = lanes.to[row]!;
    const isClaimed = claim.isClaimed[row] === 1;
    const parts = claim.linked.size === 0 ? undefined : claim.linked.get(row);
    if (followed[from] === 0 && followed[to] === 0 && !isClaimed && parts === undefined) return;
    this.transfers++;

    const arithmetic = this.#arithmetic;
    const paid = this.#amounts.paid(row);
    const received = this.#amounts.received(row);
    const isExchange = this.#amounts.changesCurrency(row);
    const sent = isExchange || arithmetic.compare(paid, received) <= 0 ? paid : received;
    const linked: Lot<Q>[] = [];
    let own = sent;
    for (const { fromRow, amountMinor } of parts ?? []) {
      const amount = arithmetic.of(Number(amountMinor), amountMinor);
      own = arithmetic.subtract(own, amount);
      for (const lot of this.#broughtBack(fromRow, amount, event)) linked.push(lot);
    }
    const paidLots = this.#debit(from, own, event);
    const lots = linked.length === 0 ? paidLots : [...linked, ...paidLots];
    const fee = this.#debit(from, arithmetic.subtract(paid, sent), event);
    for (const lot of fee) if (lot.origin !== OTHER) this.#end('fee', from, row, lot);

    if (!isExchange && arithmetic.compare(received, sent) > 0) {
      lots.push(this.#otherLot(arithmetic.subtract(received, sent), event));
    }
    if (isClaimed) this.#claim(row, lots, event);
    else this.#goOn(row, from, lots, linked.length);

    let arriving = lots;
    const isHandedOut = claim.handedOut.has(row);
    if (isHandedOut) {
      if (isClaimed) this.#countClaim(lanes.currency[from]!, lots, event);
      arriving = this.#handOut(row, lots, event);
    }
    if (isExchange) {
      this.#noteExchange(from, arriving, event, -1);
      arriving = exchangeLots(arithmetic, arriving, paid, received);
      this.#noteExchange(to, arriving, event, 1);
    }
    if (isClaimed && !isHandedOut) this.#countClaim(lanes.currency[to]!, arriving, event);
    this.#arrive(row, to, arriving);
  }

  /** Ends what is still held or in somebody's hand, and checks that everything claimed is accounted for. */
  finish(): void {
    const { lanes, graph } = this.#plan;
    for (let lane = 0; lane < lanes.count; lane++) {
      if (this.#followed[lane] === 0) continue;
      for (const lot of this.book.lots(lane)) if (lot.origin !== OTHER) this.#end('held', lane, -1, lot);
    }
    for (const [row, lot] of this.#inHand.leftovers()) {
      const state = graph.ledger.columns.channel[row] === CASH ? 'cash-out' : 'left-data';
      if (lot.origin !== OTHER) this.#end(state, lanes.from[row]!, row, lot);
    }
    this.certify();
  }

  /** @throws InvariantError `lots-balance`, `claim-conservation` */
  certify(): void {
    this.book.certify();
    const { lanes } = this.#plan;
    const ended = this.claimed.map(() => this.#arithmetic.zero);
    for (const { lane, amount } of this.tally.ends(lanes)) {
      const currency = lanes.currency[lane]!;
      ended[currency] = this.#arithmetic.add(ended[currency]!, amount);
    }
    this.claimed.forEach((claimed, currency) => {
      const expected = this.#arithmetic.add(claimed, this.#exchange[currency]!);
      const isSound = this.#arithmetic.compare(expected, ended[currency]!) === 0;
      assertInvariant(isSound, 'claim-conservation', `Expected all claimed value of currency ${currency} to end`);
    });
  }

  /** Makes the unclaimed part of a claimed transfer a claim. What is claimed already stays what it is. */
  #claim(row: Row, lots: Lot<Q>[], event: number): void {
    const origin = this.#originOf.get(row) ?? 0;
    for (const lot of lots) {
      lot.hops = 1;
      if (lot.origin === OTHER) {
        lot.origin = origin;
        lot.birth = event;
        lot.asserted = false;
      }
      this.tally.step(row, lot.origin, lot.asserted, 1, lot.amount);
    }
  }

  /** Lets claimed lots take one step more, or ends them. The first `exempt` lots came by a link. */
  #goOn(row: Row, from: number, lots: readonly Lot<Q>[], exempt: number): void {
    const { graph, claim, lanes } = this.#plan;
    const { channel } = graph.ledger.columns;
    const claimed = lots.filter(({ origin }) => origin !== OTHER);
    if (claimed.length === 0) return;
    const isLate = this.#limits.isLate(from, row);
    const isSmall = this.#limits.isSmall(lanes.currency[from]!, claimed);
    const leaves = claim.endsTrace[channel[row]!] === 1 && !claim.handedOut.has(row);
    lots.forEach((lot, at) => {
      if (lot.origin === OTHER) return;
      const isLinked = at < exempt;
      const limit = this.#limits.limitOf(lot, isLate && !isLinked, isSmall);
      if (limit === undefined) {
        this.tally.step(row, lot.origin, lot.asserted, ++lot.hops, lot.amount);
        if (!leaves || isLinked) return;
      }
      this.#end(limit ?? (channel[row] === CASH ? 'cash-out' : 'left-data'), from, row, lot);
      release(lot);
    });
  }

  #arrive(row: Row, to: number, lots: readonly Lot<Q>[]): void {
    const { lanes, claim } = this.#plan;
    const carries = lots.some((lot) => lot.origin !== OTHER);
    if (carries && claim.isSource[lanes.account[to]!] === 1) {
      for (const lot of lots) if (lot.origin !== OTHER) this.#end('returned', to, -1, lot);
      return;
    }
    if (this.#followed[to] === 0) return;
    if (carries) this.#limits.arrived(to, row);
    for (const lot of this.book.credit(to, lots)) {
      if (lot.origin !== OTHER) this.#end('absorbed-by-overdraft', to, row, lot);
    }
  }

  /** Adds what a claimed transfer has made a claim: lots of its own birth. */
  #countClaim(currency: number, lots: readonly Lot<Q>[], event: number): void {
    for (const { origin, birth, amount } of lots) {
      if (origin === OTHER || birth !== event) continue;
      this.claimed[currency] = this.#arithmetic.add(this.claimed[currency]!, amount);
    }
  }

  /** Books claimed value out of one currency (-1) or into another (1), so that each can be balanced by itself. */
  #noteExchange(lane: number, lots: readonly Lot<Q>[], event: number, sign: -1 | 1): void {
    const currency = this.#plan.lanes.currency[lane]!;
    for (const { origin, birth, amount } of lots) {
      if (origin === OTHER || birth === event) continue;
      const sum = this.#exchange[currency]!;
      this.#exchange[currency] = sign > 0 ? this.#arithmetic.add(sum, amount) : this.#arithmetic.subtract(sum, amount);
      if (sign > 0) this.exchangedInto.add(currency);
    }
  }

  #debit(lane: number, amount: Q, event: number): Lot<Q>[] {
    if (this.#arithmetic.isZero(amount)) return [];
    return this.#followed[lane] === 1 ? this.book.debit(lane, amount, event) : [this.#otherLot(amount, event)];
  }

  /** Keeps the lots of a linked transfer in hand; the receiver gets as much unclaimed money. */
  #handOut(row: Row, lots: readonly Lot<Q>[], event: number): Lot<Q>[] {
    return [this.#otherLot(this.#inHand.keep(row, lots), event)];
  }

  #broughtBack(fromRow: Row, amount: Q, event: number): Lot<Q>[] {
    const lots = this.#inHand.take(fromRow, amount) ?? [this.#otherLot(amount, event)];
    for (const lot of lots) lot.asserted = lot.origin !== OTHER;
    return lots;
  }

  #otherLot(amount: Q, birth: number): Lot<Q> {
    return { origin: OTHER, asserted: false, birth, hops: 0, amount };
  }

  #end(state: EndState, lane: number, row: Row, lot: Readonly<Lot<Q>>): void {
    this.tally.end(state, lane, row, lot.origin, lot.asserted, lot.amount);
  }
}

/** Gives a lot back to the money outside the claim. */
function release(lot: Lot<unknown>): void {
  lot.origin = OTHER;
  lot.asserted = false;
  lot.hops = 0;
}

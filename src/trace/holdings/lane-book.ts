import { assertInvariant } from '../../foundation/index.js';
import { type Arithmetic } from './arithmetic.js';
import { type Holding, type Lot } from './lot.js';

/** Where money comes from that no event of the book brought in. */
export type UnseenMoney = 'opening' | 'born' | 'credit';

/** How a book of lanes is kept. */
export interface LaneBookRules<Q> {
  readonly arithmetic: Arithmetic<Q>;
  /** Makes an empty holding: the tracing rule. */
  readonly holding: () => Holding<Q>;
  /** Origin of money that a lane has without having received it. */
  readonly origin: (lane: number, kind: UnseenMoney) => number;
  /** What a payment beyond the balance is made of; see `TraceOptions.shortfall`. */
  readonly shortfall: 'born' | 'credit';
}

/** What a lane owes and has ever been lent. */
interface Debt<Q> {
  owed: Q;
  lent: Q;
}

/**
 * The lots of many lanes under one rule, and the balances they must add up to. Debits and credits are booked in the order
 * of the calls. A lane that pays more than it has pays all of it, then money that is born then and there or lent; money lent is
 * repaid out of its next credits. Nothing is lost: what a debit takes and what a credit repays is handed to the caller.
 */
export class LaneBook<Q> {
  readonly #rules: LaneBookRules<Q>;
  readonly #holdings: (Holding<Q> | undefined)[];
  /** Credits less debits, kept apart from the lots to check them. */
  readonly #balances: Q[];
  readonly #debts = new Map<number, Debt<Q>>();

  constructor(laneCount: number, rules: LaneBookRules<Q>) {
    this.#rules = rules;
    this.#holdings = Array.from({ length: laneCount }, () => undefined);
    this.#balances = Array.from({ length: laneCount }, () => rules.arithmetic.zero);
  }

  /** Money held before all events. To be called before the first event of the lane. */
  open(lane: number, amount: Q): void {
    const { arithmetic, origin } = this.#rules;
    if (arithmetic.isZero(amount)) return;
    this.#add(lane, { origin: origin(lane, 'opening'), asserted: false, birth: -1, hops: 0, amount });
  }

  /** Takes a payment by the rule. What the lane does not have comes last. */
  debit(lane: number, amount: Q, event: number): Lot<Q>[] {
    const { arithmetic, origin, shortfall } = this.#rules;
    const balance = this.#balances[lane]!;
    if (arithmetic.compare(amount, balance) <= 0) {
      if (arithmetic.isZero(amount)) return [];
      this.#balances[lane] = arithmetic.subtract(balance, amount);
      return this.#holding(lane).take(amount);
    }
    const taken = arithmetic.isZero(balance) ? [] : this.#holding(lane).take(balance);
    this.#balances[lane] = arithmetic.zero;
    const missing = arithmetic.subtract(amount, balance);
    if (shortfall === 'credit') {
      const { owed, lent } = this.#debts.get(lane) ?? { owed: arithmetic.zero, lent: arithmetic.zero };
      this.#debts.set(lane, { owed: arithmetic.add(owed, missing), lent: arithmetic.add(lent, missing) });
    }
    taken.push({ origin: origin(lane, shortfall), asserted: false, birth: event, hops: 0, amount: missing });
    return taken;
  }

  /**
   * Puts lots into a lane, in their order. What the lane owes is repaid first, out of the lots as the rule would take
   * them from an account that holds nothing else.
   *
   * @returns the lots that repaid
   */
  credit(lane: number, lots: readonly Lot<Q>[]): Lot<Q>[] {
    const debt = this.#debts.get(lane);
    const { arithmetic } = this.#rules;
    if (debt === undefined || arithmetic.isZero(debt.owed)) {
      for (const lot of lots) this.#add(lane, lot);
      return [];
    }
    const incoming = this.#rules.holding();
    for (const lot of lots) incoming.put(lot);
    const repaid = arithmetic.compare(debt.owed, incoming.balance) < 0 ? debt.owed : incoming.balance;
    debt.owed = arithmetic.subtract(debt.owed, repaid);
    const absorbed = arithmetic.isZero(repaid) ? [] : incoming.take(repaid);
    for (const lot of incoming.lots()) this.#add(lane, { ...lot });
    return absorbed;
  }

  lots(lane: number): Iterable<Readonly<Lot<Q>>> {
    return this.#holdings[lane]?.lots() ?? [];
  }

  balance(lane: number): Q {
    return this.#balances[lane]!;
  }

  /** Lanes that were lent money, what they owe and what they were lent in all. */
  get debts(): ReadonlyMap<number, Readonly<Debt<Q>>> {
    return this.#debts;
  }

  /** Checks that the lots of every lane are positive and add up to its balance. @throws InvariantError `lots-balance` */
  certify(): void {
    const { arithmetic } = this.#rules;
    for (let lane = 0; lane < this.#balances.length; lane++) {
      let sum = arithmetic.zero;
      let positive = true;
      for (const { amount } of this.lots(lane)) {
        sum = arithmetic.add(sum, amount);
        positive &&= arithmetic.compare(amount, arithmetic.zero) > 0;
      }
      const sound = positive && arithmetic.compare(sum, this.balance(lane)) === 0;
      assertInvariant(sound, 'lots-balance', `Expected the lots of lane ${lane} to add up to its balance`);
    }
  }

  #holding(lane: number): Holding<Q> {
    return (this.#holdings[lane] ??= this.#rules.holding());
  }

  #add(lane: number, lot: Lot<Q>): void {
    const { arithmetic } = this.#rules;
    this.#balances[lane] = arithmetic.add(this.#balances[lane]!, lot.amount);
    this.#holding(lane).put(lot);
  }
}

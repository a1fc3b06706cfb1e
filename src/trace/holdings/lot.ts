/** Money of one origin that an account holds. Lots are moved, split and merged; each belongs to one holding at a time. */
export interface Lot<Q> {
  /** Number of the origin; what numbers mean is the run's affair. */
  origin: number;
  /** The money came through a link that a person asserted. */
  asserted: boolean;
  /** Event at which the money was first seen, -1 = before all events. */
  birth: number;
  /** Fewest transfers that it can have come by from its origin. */
  hops: number;
  amount: Q;
}

/** Splits `amount` off a larger lot. */
export function splitLot<Q>(lot: Lot<Q>, amount: Q, rest: Q): Lot<Q> {
  lot.amount = rest;
  return { origin: lot.origin, asserted: lot.asserted, birth: lot.birth, hops: lot.hops, amount };
}

/** What one account holds in one currency, under one rule. The rule is the order in which `take` gives lots away. */
export interface Holding<Q> {
  /** Sum of the lots. */
  readonly balance: Q;
  put(lot: Lot<Q>): void;
  /** Removes lots of this amount in all, at most the balance, in the order in which the rule takes them. */
  take(amount: Q): Lot<Q>[];
  /** The lots as they lie. */
  lots(): Iterable<Readonly<Lot<Q>>>;
}

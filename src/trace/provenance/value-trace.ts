import { type Account, type Fraction, type Row } from '../../foundation/index.js';
import { type TracingRule } from '../holdings/tracing-rules.js';

/** Where claimed value ended. The amounts of all ends add up to the value traced, to the last fraction. */
export const END_STATES = [
  /** Still in the account when the data ends. */
  'held',
  /** Came back to an account that the claim started from. If that account pays it out again it is a new claim. */
  'returned',
  /** Left as cash. Only an asserted link carries it on. */
  'cash-out',
  /** Left through a hop whose other side the data cannot show, such as crypto. Only an asserted link carries it on. */
  'left-data',
  /** Was paid and not received: the price of a transfer. */
  'fee',
  /** Repaid what the account owed. */
  'absorbed-by-overdraft',
  /** The next step would have carried less than the least share. */
  'below-min-share',
  /** The next step would be beyond the greatest number of hops. */
  'hop-limit',
  /** Left an account later than the greatest wait after traced value last came in. */
  'max-wait',
] as const;
/** One of {@link END_STATES}. */
export type EndState = (typeof END_STATES)[number];

/** One transfer of the trace. */
export interface TracedStep {
  readonly row: Row;
  /** Claimed part of the transfer, minor units of the currency it was paid in. For `poison` the whole transfer. */
  readonly amount: Fraction;
  /** Transfers from the claim to this one on the shortest way its value can have come, 1 = the claimed transfer. */
  readonly hops: number;
  /** The value reached this transfer through a link that a person asserted; it has a step of its own. */
  readonly asserted: boolean;
  /** Claimed transfer that the value entered the claim with, if origins are kept apart. */
  readonly origin: Row | undefined;
}

/** Claimed value that ended in one way at one account. */
export interface TraceEnd {
  readonly state: EndState;
  /** Node of the graph that held, lost or absorbed it. */
  readonly account: Account;
  /** Currency of the amount: index into the ledger's currencies. */
  readonly currency: number;
  readonly amount: Fraction;
  /** The transfer it ended with; undefined for `held` and `returned` sums. */
  readonly row: Row | undefined;
  readonly asserted: boolean;
  /** Claimed transfer that the value entered the claim with, if origins are kept apart. */
  readonly origin: Row | undefined;
}

/** A fact that the trace had to suppose. */
export interface TraceAssumption {
  readonly kind: 'opening-balance' | 'overdraft' | 'asserted-link' | 'instant-order' | 'currency-change';
  readonly account: Account | undefined;
  readonly currency: number | undefined;
  readonly amount: Fraction | undefined;
}

/**
 * One claim followed by one rule. It says what the rule attributes to the claim; it is no finding of ownership or of
 * anybody's guilt, and another rule gives another result.
 */
export interface ValueTrace {
  readonly rule: TracingRule;
  /** `reach` for `poison`: steps show whole transfers, nothing adds up, there are no ends. Else `attributed`. */
  readonly measure: 'attributed' | 'reach';
  /** Value claimed, per currency of the ledger that occurs, ascending. */
  readonly claimed: readonly { readonly currency: number; readonly amount: Fraction }[];
  /** Transfers that carried claimed value, in booked order. */
  readonly steps: readonly TracedStep[];
  /** Where it ended, by (state, account, currency, row). Sums by currency; equal to `claimed` where none was exchanged. */
  readonly ends: readonly TraceEnd[];
  /** Amounts were kept in whole minor units, missing units given to the largest remainders. */
  readonly rounded: boolean;
  /** Booking transfers of one instant in the opposite order changes a printed figure. */
  readonly tieSensitive: boolean;
  readonly assumptions: readonly TraceAssumption[];
  readonly complete: boolean;
  readonly stoppedBy: string | undefined;
}

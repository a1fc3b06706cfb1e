import { type Account, type Fraction, type Row } from '../../foundation/index.js';
import { type TraceOptions } from './trace-options.js';
import { type TracingRule } from '../holdings/tracing-rules.js';

/** Rules under which money has origins without a claim. */
export type OriginRule = Extract<
  TracingRule,
  'fifo' | 'lifo' | 'pro-rata' | 'least-recently-born' | 'most-recently-born'
>;

/** Part of a purchase that entered the data at one account. */
export interface MoneyOrigin {
  /** Node whose own money it was as far as the trace goes. */
  readonly account: Account;
  /**
   * `opening`: held before the data begins, or never seen coming in. `credit`: lent to the account. `handed-in`: came in
   * by a channel that ends traces, such as cash. `hop-limit`: the trace goes back no further.
   */
  readonly kind: 'opening' | 'credit' | 'handed-in' | 'hop-limit';
  /** Minor units of the currency in which the purchase was paid. */
  readonly amount: Fraction;
  /** Transfers from the origin to the purchase on the shortest way the money can have come; 1 = paid by the origin. */
  readonly hops: number;
}

/** What one transfer was made of. */
export interface Composition {
  readonly row: Row;
  /** Index into the ledger's currencies. */
  readonly currency: number;
  /**
   * By amount, largest first, then account; they add up to the amount paid, exactly. Empty for a transfer that moves no
   * money, and for one that the run did not reach.
   */
  readonly origins: readonly MoneyOrigin[];
}

/** What {@link compositionOf} found. */
export interface Compositions {
  readonly rule: OriginRule;
  /** In the order of the rows asked for. */
  readonly purchases: readonly Composition[];
  /** Amounts were kept in whole minor units, missing units given to the largest remainders. */
  readonly rounded: boolean;
  readonly complete: boolean;
  readonly stoppedBy: string | undefined;
}

/** How {@link compositionOf} looks back. */
export interface CompositionOptions extends Pick<
  TraceOptions,
  'arithmetic' | 'exactDigits' | 'shortfall' | 'openings' | 'endChannels' | 'maxHops'
> {
  /** Default 'fifo'. */
  readonly rule?: OriginRule;
  /** Lots that may be moved from account to account before the run stops. Default 5,000,000. */
  readonly maxLotMoves?: number;
}

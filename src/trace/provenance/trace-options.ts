import { type Account, requireRange, resolveOptions, type Row, UsageError } from '../../foundation/index.js';
import { type Channel } from '../../ledger/index.js';
import { type TracingRule, TRACING_RULES } from '../holdings/tracing-rules.js';

/** What is claimed: value that is followed from where it enters the claim. */
export type TraceClaim =
  /** The value of these transfers as it arrives. What another claimed transfer brought already is not claimed twice. */
  | { readonly rows: Iterable<Row> }
  /** Everything that leaves these accounts (nodes of the graph) for others. Coming back, it ends as `returned`. */
  | { readonly accounts: Iterable<Account> }
  /** As `rows`, for every transfer of which this is true. */
  | { readonly where: (row: Row) => boolean };

/** Money that an account held before its first transfer in the data. */
export interface OpeningBalance {
  readonly account: Account;
  /** Index into the ledger's currencies. */
  readonly currency: number;
  readonly amountMinor: bigint;
}

/** A person's word that the value of one transfer came back as another. It is shown as such in every step behind it. */
export interface AssertedLink {
  /** The transfer that value left by, such as a withdrawal of cash. */
  readonly fromRow: Row;
  /** The later transfer, in the same currency, that it came back by. */
  readonly toRow: Row;
  readonly reason: string;
  readonly author: string;
}

/** How {@link traceValue} follows a claim. */
export interface TraceOptions {
  /** Default 'fifo'. */
  readonly rule?: TracingRule;
  /** How `lowest-intermediate-balance` and `taint-first` choose inside a class of money. Default 'proportional'. */
  readonly within?: 'proportional' | 'fifo';
  /**
   * `exact`: rational numbers. `minor-units`: whole minor units, missing ones given to the largest remainders, ties to
   * unclaimed money, then to the earlier claimed transfer. `auto`: exact while `exactDigits` and 20,000 uneven divisions suffice, else minor units
   * (`rounded`). Default 'auto'.
   */
  readonly arithmetic?: 'auto' | 'exact' | 'minor-units';
  /** Digits that the denominator of an exact amount may have. Default 100. */
  readonly exactDigits?: number;
  /**
   * Where money comes from that an account pays and never received. `minimal-opening`: it was there from the start, the
   * least amount that will do, oldest of all; this looks ahead in time. `born-now`: it came in just then (Kosyfaki and
   * Mamoulis, ICDE 2022). `repay`: it was lent, and the next credits repay it. Default 'minimal-opening'.
   */
  readonly shortfall?: 'minimal-opening' | 'born-now' | 'repay';
  /** Known opening balances. Unless money is born now, what such an account pays beyond it was lent. Default none. */
  readonly openings?: readonly OpeningBalance[];
  /** Links by which value that left is followed on. Default none. */
  readonly asserted?: readonly AssertedLink[];
  /** Channels that end a trace unless all transfers of the ledger have that channel. Default cash and crypto. */
  readonly endChannels?: readonly Channel[];
  /** Keep the claimed transfers apart in steps and ends. Default false. */
  readonly perOrigin?: boolean;
  /** Greatest number of transfers from the claim on; the claimed transfer is the first. Default Infinity. */
  readonly maxHops?: number;
  /** Least share of the claim, 0..1, in the same currency, that a step behind the claimed transfers carries. Default 0. */
  readonly minShare?: number;
  /** Greatest time from the newest arrival of claimed value at an account to a payment, inclusive. Default Infinity. */
  readonly maxWaitMs?: number;
  /** Run again with the transfers of each instant in the opposite order. Default true. */
  readonly checkTies?: boolean;
}

export type TraceSettings = Required<TraceOptions>;

export const TRACE_DEFAULTS: TraceSettings = Object.freeze({
  rule: 'fifo',
  within: 'proportional',
  arithmetic: 'auto',
  exactDigits: 100,
  shortfall: 'minimal-opening',
  openings: [],
  asserted: [],
  endChannels: ['cash', 'crypto'] as const,
  perOrigin: false,
  maxHops: Infinity,
  minShare: 0,
  maxWaitMs: Infinity,
  checkTies: true,
});

/** @throws UsageError `unknown-option`, `option-range`, `tracing-rule` */
export function traceSettings(options: TraceOptions): TraceSettings {
  const settings = resolveOptions(TRACE_DEFAULTS, options, 'traceValue');
  requireRule(settings.rule);
  requireRange('maxHops', settings.maxHops, 1, Infinity);
  requireRange('minShare', settings.minShare, 0, 1);
  requireRange('maxWaitMs', settings.maxWaitMs, 0, Infinity);
  requireRange('exactDigits', settings.exactDigits, 1, 10_000);
  return settings;
}

/** @throws UsageError `tracing-rule` */
export function requireRule(rule: TracingRule): void {
  if (TRACING_RULES.includes(rule)) return;
  throw new UsageError('tracing-rule', `Expected one of ${TRACING_RULES.join(', ')} but received ${rule}`);
}

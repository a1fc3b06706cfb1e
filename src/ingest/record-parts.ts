import { type InstitutionAccount } from '../ledger/index.js';
import { type ParsedAmount } from './parse-amount.js';
import { type PartyPlan } from './row-plan.js';

/** One side of a transfer as texts. */
export interface Party {
  readonly plan: PartyPlan;
  readonly account: string;
  /** Empty = not given. */
  readonly institution: string;
  /** Which account of the institution stands in for one that is missing. */
  readonly standsIn?: InstitutionAccount;
}

/** An amount above zero with its currency. */
export interface Sum {
  readonly amount: ParsedAmount;
  readonly currency: string;
  /** Where the amount stands. */
  readonly cell: number;
}

/** The money of a record: undefined sums = none given. `reversed`: it goes from beneficiary to payer. */
export interface Flow {
  readonly paid: Sum | undefined;
  readonly received: Sum | undefined;
  readonly reversed: boolean;
}

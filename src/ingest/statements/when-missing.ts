import { type InstitutionAccount } from '../../ledger/index.js';
import { type ValueRef } from '../values/value-ref.js';

/**
 * Who stands in for an account that a row does not name, by a word of the row: an account of the payer's own
 * institution (of the other side's, where the payer's is missing).
 */
export interface WhenMissing {
  readonly column: ValueRef;
  /**
   * The data's word (any case; `` for the empty cell) to the account that stands in. `cash-desk`: the channel is cash;
   * `fees`, `interest`: it is internal, whatever the mapping's channel says.
   */
  readonly values: Readonly<Record<string, InstitutionAccount>>;
}

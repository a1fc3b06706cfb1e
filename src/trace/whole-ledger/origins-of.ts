import { type Account, UsageError } from '../../foundation/index.js';
import { type LedgerProvenance } from './whole-ledger-provenance.js';

/** Part of a balance that came from one account. */
export interface OriginShare {
  /** The account that first paid it without having received it; -1 = several, merged. */
  readonly origin: Account;
  readonly amountMinor: bigint;
}

/**
 * The balance of one account at the end of the data by origin, the largest first; of equal ones, the first in the order
 * of the lots. They add up to the balance; empty if it is zero.
 *
 * @throws UsageError `account-range`. O(lots of the account).
 */
export function originsOf(provenance: LedgerProvenance, account: Account): readonly OriginShare[] {
  const { starts, origin, amountMinor, outside } = provenance;
  if (!(Number.isInteger(account) && account >= 0 && account <= outside)) {
    throw new UsageError('account-range', `Expected an account up to ${outside} but received ${account}`);
  }
  const sums = new Map<Account, bigint>();
  for (let lot = starts[account]!; lot < starts[account + 1]!; lot++) {
    sums.set(origin[lot]!, (sums.get(origin[lot]!) ?? 0n) + BigInt(amountMinor[lot]!));
  }
  const shares = Array.from(sums, ([from, sum]) => ({ origin: from, amountMinor: sum }));
  return shares.sort((a, b) => (a.amountMinor === b.amountMinor ? 0 : a.amountMinor > b.amountMinor ? -1 : 1));
}

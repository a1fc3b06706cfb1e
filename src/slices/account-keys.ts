import { type Account } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';
import { type KeyPair } from './slice-row.js';

/** The identity of an account, which goes wherever its rows go: a slice is the data themselves, and no output. */
export function keyOf({ accounts }: Ledger, account: Account): KeyPair {
  const { institution, account: text } = accounts.key(account);
  return [institution, text];
}

import { type Ledger } from '../ledger/index.js';

/** In a small extract, who deals with a tenth of everybody is what the extract was made around. */
export function defaultHubDegreeCap(ledger: Ledger): number {
  return Math.min(1000, Math.max(400, Math.floor(ledger.accounts.size / 10)));
}

import { type Account, type Row } from '../../foundation/index.js';

/** Collections of one beneficiary that may become a finding. */
export interface CollectionCandidate {
  readonly account: Account;
  readonly rows: readonly Row[];
  readonly senders: number;
  readonly places: number;
  readonly placeShare: number;
  readonly overlap: number;
  readonly windows: number;
  readonly firstMs: number;
}

/** More senders first, then more places, more transfers, earlier; the account's number decides last. */
export function compareCandidates(left: CollectionCandidate, right: CollectionCandidate): number {
  return (
    right.senders - left.senders ||
    right.places - left.places ||
    right.rows.length - left.rows.length ||
    left.firstMs - right.firstMs ||
    left.account - right.account
  );
}

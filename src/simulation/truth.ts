import { type AccountName } from './account-book.js';
import { type GivenOnly } from './given-only.js';
import { type ColumnSet, type RegimeName, type Resolution } from './regimes/regime.js';
import { type Stress } from './regimes/stress.js';

/** What a member does in a planted network. */
export const MEMBER_ROLES = ['collector', 'mule', 'coordinator', 'value-transfer', 'journey-service'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export interface TruthMember extends AccountName {
  readonly role: MemberRole;
}

export interface TruthNetwork {
  readonly id: string;
  /** How families pay: one of the payment modes. */
  readonly mode: string;
  readonly corridor: string;
  /** The operators' side; never a family that pays. */
  readonly members: readonly TruthMember[];
  /** The network's own transfers in the file's order, its members' ordinary life apart; none where the file has no ids. */
  readonly transferIds: readonly string[];
}

export interface TruthLookAlike {
  readonly id: string;
  /** Id of an innocent kind. */
  readonly kind: string;
  /** Accounts that no cluster should list. */
  readonly accounts: readonly AccountName[];
}

/** What really happened in a simulated world. For evaluation only: nothing below the command line reads it. */
export interface Truth extends GivenOnly<Stress> {
  /** Layout of this object; 1. */
  readonly version: 1;
  readonly seed: number;
  /** Number of transfers. */
  readonly transfers: number;
  /** Whose books; like the next three absent in files that version 0.1.0 wrote. */
  readonly regime?: RegimeName;
  /** Length of the period in days. */
  readonly days?: number;
  readonly resolution?: Resolution;
  readonly columns?: ColumnSet;
  /** Countries whose books are seen; absent in `all-columns`. */
  readonly homes?: readonly string[];
  /** Absent where all are seen. */
  readonly banksSeen?: number;
  /** Absent where none are. */
  readonly rowsMissing?: number;
  /** Usual transfers for each account; absent unless asked for. */
  readonly density?: number;
  /** Absent where it is 0. */
  readonly disguise?: number;
  readonly networks: readonly TruthNetwork[];
  readonly lookAlikes: readonly TruthLookAlike[];
  /** The families who pay networks: protected, to be counted but never named. */
  readonly payers: readonly AccountName[];
  /** Number of different accounts that occur in the transfers. */
  readonly accounts: number;
}

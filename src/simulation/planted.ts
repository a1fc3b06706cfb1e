import { type Stage } from './stage.js';
import { type MemberRole } from './truth.js';

/** A network on the stage: who is in it, who pays it, and the rows it wrote, seen or not. */
export interface PlantedNetwork {
  readonly mode: string;
  readonly corridor: string;
  /** Each operator and what they do; an account occurs once. Those without a visible row are left out of the truth. */
  readonly members: readonly { readonly account: number; readonly role: MemberRole }[];
  /** Families who pay; those without a visible row of the network are left out of the truth. */
  readonly payers: readonly number[];
  /** Rows of the sheet; ordinary life of the members is not among them. */
  readonly rows: readonly number[];
}

/**
 * Plans and runs the network at a position of the world's list; undefined if too few people are left to cast. The frame
 * calls it again, on a clean sheet, when the books show fewer than ten of the families' payments.
 */
export type PlantNetwork = (stage: Stage, position: number) => PlantedNetwork | undefined;

/** An innocent story and the accounts at its centre. */
export interface PlantedLookAlike {
  readonly kind: string;
  readonly accounts: readonly number[];
}

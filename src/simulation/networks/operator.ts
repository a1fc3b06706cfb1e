import { type MemberRole } from '../truth.js';

/** What an operator lives on beside the network; `firm` = a business, which has customers instead of a life. */
export type Livelihood = 'worker' | 'student' | 'low-income' | 'unemployed' | 'shop-owner' | 'firm';

/** One account on the operators' side and the habits of its holder. */
export interface Operator {
  readonly account: number;
  readonly role: MemberRole;
  readonly livelihood: Livelihood;
  /** Share of what comes in that stays. */
  readonly kept: number;
  /** Longest time money waits, hours. */
  readonly holdHours: number;
  readonly sweeps: boolean;
  readonly rounds: boolean;
  readonly pieces: number;
  readonly cashShare: number;
  /** Town where cash is taken out. */
  readonly cashTown: number;
  readonly livedIn: number;
}

import { type AccountName } from './account-book.js';
import { type Pace } from './life/habits.js';
import { type RegimeChoice } from './regimes/draw-regime.js';
import { type RegimeName } from './regimes/regime.js';
import { type Stress } from './regimes/stress.js';
import { type Stage } from './stage.js';
import { type Books } from './view/books.js';

/** People among the accounts of a world; businesses and second accounts are the rest. */
export const PEOPLE_PER_ACCOUNT = 0.75;

/** What a world is made from, once the caller's options are checked. */
export interface StagePlan {
  readonly seed: number;
  readonly transfers: number;
  readonly start: number;
  readonly name: RegimeName;
  readonly choice: RegimeChoice;
  readonly stress: Stress;
  /** Usual transfers for each account; undefined = as the regime has it. */
  readonly density: number | undefined;
}

/** An empty stage, how people live on it, and how its accounts will be named. */
export interface SetStage {
  readonly stage: Stage;
  /** Undefined: as in version 0.1.0. */
  readonly life: Pace | undefined;
  readonly books: Books | undefined;
  readonly nameAll: () => readonly AccountName[];
}

/** At least so many people that stories can be cast. */
export function atLeast(transfers: number, count: number): number {
  return Math.max(transfers < 2000 ? 60 : 200, count);
}

/** How large stories may be in a file of a size; see {@link Stage.scale}. */
export function scaleFor(transfers: number): number {
  return Math.min(1, Math.max(0.2, transfers / 100_000));
}

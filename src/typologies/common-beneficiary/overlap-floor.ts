import { type MeanOverlap } from '../numbers/set-overlap.js';

/** Keeps rounding from deciding what the exact mean must decide. */
const ROUNDING = 1e-9;

/**
 * A lower bound of the mean Jaccard of sets that come and go, from the last time it was worked out. A set that comes can
 * only add to the sum over pairs; one that leaves n sets takes at most n - 1 from it. So most windows that slide over alike
 * sets need no look at them.
 */
export class OverlapFloor {
  /** At most the sum of the Jaccard of all pairs of the sets that are there. */
  #sum = 0;

  /** What was worked out for this many sets. */
  set({ mean, kind }: MeanOverlap, sets: number): void {
    this.#sum = kind === 'upper' ? 0 : (mean * sets * (sets - 1)) / 2;
  }

  /** One of this many sets leaves. */
  leave(sets: number): void {
    this.#sum = Math.max(0, this.#sum - (sets - 1));
  }

  /** Whether the mean over this many sets is above `limit` for certain. */
  isAbove(limit: number, sets: number): boolean {
    return this.#sum > (limit + ROUNDING) * ((sets * (sets - 1)) / 2);
  }
}

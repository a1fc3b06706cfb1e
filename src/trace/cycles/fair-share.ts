import { UsageError } from '../../foundation/index.js';

/**
 * A limit on work along a sequence: one half may be used at any place, the other half is released evenly from the first
 * place to the last. A dense stretch can then not use up what later places need, so that what is left out of a search
 * does not depend on where in time it lies. Units are steps of work, never seconds.
 */
export class FairShare {
  readonly name: string;
  readonly limit: number;
  readonly #places: number;
  #used = 0;
  #met = false;

  /** @throws UsageError `budget-limit` unless `limit` is a positive number (Infinity allowed). */
  constructor(name: string, limit: number, places: number) {
    if (!(limit > 0)) throw new UsageError('budget-limit', `Expected ${name} > 0 but received ${limit}`);
    this.name = name;
    this.limit = limit;
    this.#places = places;
  }

  /** Units that may be used at a place, counted from 0. Marks the limit as met if there is none. */
  leftAt(place: number): number {
    const left = Math.floor((this.limit / 2) * (1 + (place + 1) / this.#places)) - this.#used;
    if (left <= 0) this.#met = true;
    return left;
  }

  spend(units: number): void {
    this.#used += units;
  }

  /** Whether some place found nothing left. */
  get met(): boolean {
    return this.#met;
  }

  get used(): number {
    return this.#used;
  }

  /** The text for `stoppedBy`: name and limit. */
  describe(): string {
    return `${this.name} ${this.limit}`;
  }
}

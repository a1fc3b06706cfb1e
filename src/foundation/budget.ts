import { UsageError } from './errors.js';

/**
 * A countdown of work units. A search calls {@link Budget.spend} for each unit and stops when it answers false, so that
 * no search explodes silently. Units are steps of work, never seconds: the same input always stops at the same place.
 */
export class Budget {
  readonly name: string;
  readonly limit: number;
  /** The budget that this one is a part of: what is spent here is spent there too. Default: none. */
  readonly whole: Budget | undefined;
  #left: number;

  /** @throws UsageError `budget-limit` unless `limit` is a positive number (Infinity allowed). */
  constructor(name: string, limit: number, whole?: Budget) {
    if (!(limit > 0)) throw new UsageError('budget-limit', `Expected ${name} > 0 but received ${limit}`);
    this.name = name;
    this.limit = limit;
    this.#left = limit;
    this.whole = whole;
  }

  /** Takes `units` and says whether the work may go on. */
  spend(units = 1): boolean {
    this.#left -= units;
    return (this.whole?.spend(units) ?? true) && this.#left >= 0;
  }

  /** Units that may still be spent; below 0 once it is exhausted. */
  get left(): number {
    return this.whole === undefined ? this.#left : Math.min(this.#left, this.whole.left);
  }

  get exhausted(): boolean {
    return this.left < 0;
  }

  /** The text for `stoppedBy`: name and limit. */
  describe(): string {
    return `${this.name} ${this.limit}`;
  }
}

/** The one selection of a lead: every part reads it, any part may set it. */
export interface Selection {
  /** Half open, ms UTC. */
  readonly window: readonly [start: number, end: number] | null;
  /** Index of an operator. */
  readonly account: number | null;
  /** Index of a finding of the lead. */
  readonly finding: number | null;
  /** Smallest amount, in whole units of each currency. */
  readonly minimum: number;
  /** Index of a currency; null: all are listed, pictures show the one with most transfers. */
  readonly currency: number | null;
}

export const NOTHING: Selection = { window: null, account: null, finding: null, minimum: 0, currency: null };

/** Parts that are costly to draw wait for this long without a change. */
const REST_MS = 180;

/** Holds the selection and tells the parts: some at once, others when it has come to rest. */
export class Store {
  #selection = NOTHING;
  #timer = 0;
  readonly #atOnce: (() => void)[] = [];
  readonly #atRest: (() => void)[] = [];

  get selection(): Selection {
    return this.#selection;
  }

  set(change: Partial<Selection>): void {
    this.#selection = { ...this.#selection, ...change };
    for (const listener of this.#atOnce) listener();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.settle();
    }, REST_MS);
  }

  clear(): void {
    this.set(NOTHING);
  }

  /** Tells those that wait, now. */
  settle(): void {
    clearTimeout(this.#timer);
    for (const listener of this.#atRest) listener();
  }

  onChange(listener: () => void): void {
    this.#atOnce.push(listener);
  }

  onRest(listener: () => void): void {
    this.#atRest.push(listener);
  }
}

import { NOTHING, type Selection } from '../pictures/selection.js';

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

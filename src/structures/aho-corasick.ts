import { GrowableColumn } from './growable-column.js';

/**
 * Finds all of many patterns in one pass over a text (A. V. Aho and M. J. Corasick, "Efficient string matching: an aid to
 * bibliographic search", Communications of the ACM 18(6), 1975). Patterns are sequences of non-negative integers below 2^31, such as code points.
 * A state stands for the longest end of what was read that begins some pattern; 0 is the start.
 *
 * Add patterns, `finish()` once, then ask. Cost: building O(total length of the patterns); `next` O(1) amortised over a text;
 * about 40 bytes per distinct beginning of a pattern.
 */
export class AhoCorasick {
  /** By state: the state without its last symbol, that symbol, its length, marks of the pattern that it is (0 = none). */
  readonly #parent = new GrowableColumn(Int32Array);
  readonly #symbol = new GrowableColumn(Int32Array);
  readonly #length = new GrowableColumn(Int32Array);
  readonly #marks = new GrowableColumn(Uint8Array);
  /** By state: the longest other state that is an end of it, and the longest such that is a pattern. */
  #fail = new Int32Array(0);
  #shorter = new Int32Array(0);
  /** Open addressing by (state, symbol): the state that follows, 0 = free. */
  #slots = new Int32Array(1 << 10);
  #isFinished = false;

  constructor() {
    this.#newState(0, 0);
  }

  /**
   * Adds a pattern that is not empty, or marks to one that was added before. `marks` is a set of bits from 1 to 255, free for the caller.
   */
  add(pattern: readonly number[], marks: number): void {
    let state = 0;
    for (const symbol of pattern) state = this.#child(state, symbol) || this.#addChild(state, symbol);
    this.#marks.array[state]! |= marks;
  }

  /** Ends the adding of patterns. */
  finish(): this {
    const states = this.#parent.length;
    this.#fail = new Int32Array(states);
    this.#shorter = new Int32Array(states);
    this.#isFinished = true;
    for (const state of statesByLength(this.#length.finish())) {
      const parent = this.#parent.array[state]!;
      if (state === 0) continue;
      const fail = parent === 0 ? 0 : this.next(this.#fail[parent]!, this.#symbol.array[state]!);
      this.#fail[state] = fail;
      this.#shorter[state] = this.#marks.array[fail] === 0 ? this.#shorter[fail]! : fail;
    }
    return this;
  }

  /** The state after one more symbol. */
  next(state: number, symbol: number): number {
    for (let from = state; ; from = this.#fail[from]!) {
      const child = this.#child(from, symbol);
      if (child !== 0 || from === 0) return child;
    }
  }

  /** The state itself if it is a pattern, else the longest pattern that ends where it ends; 0 if none does. */
  pattern(state: number): number {
    return this.#marks.array[state] === 0 ? this.#shorter[state]! : state;
  }

  /** The next shorter pattern that ends where this state ends; 0 if none does. */
  shorterPattern(state: number): number {
    return this.#shorter[state]!;
  }

  /** The longest other beginning of a pattern that is an end of this state; 0 if none is. */
  shorterState(state: number): number {
    return this.#fail[state]!;
  }

  /** Symbols of a state. */
  length(state: number): number {
    return this.#length.array[state]!;
  }

  /** Marks of a state, 0 if it is no pattern. */
  marks(state: number): number {
    return this.#marks.array[state]!;
  }

  #newState(parent: number, symbol: number): number {
    const state = this.#parent.length;
    this.#parent.push(parent);
    this.#symbol.push(symbol);
    this.#length.push(state === 0 ? 0 : this.#length.array[parent]! + 1);
    this.#marks.push(0);
    return state;
  }

  #child(state: number, symbol: number): number {
    return this.#slots[this.#slotOf(state, symbol)]!;
  }

  #addChild(state: number, symbol: number): number {
    if (this.#isFinished) throw new RangeError('Expected no more patterns after finish');
    const child = this.#newState(state, symbol);
    if (2 * child >= this.#slots.length) this.#grow();
    else this.#slots[this.#slotOf(state, symbol)] = child;
    return child;
  }

  /** Where the child is, or where there is room for it. */
  #slotOf(state: number, symbol: number): number {
    const last = this.#slots.length - 1;
    let slot = (Math.imul(state, 0x9e37_79b1) ^ Math.imul(symbol + 1, 0x85eb_ca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & last;
    for (; ; slot = (slot + 1) & last) {
      const child = this.#slots[slot]!;
      if (child === 0) return slot;
      if (this.#parent.array[child] === state && this.#symbol.array[child] === symbol) return slot;
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let child = 1; child < this.#parent.length; child++) {
      this.#slots[this.#slotOf(this.#parent.array[child]!, this.#symbol.array[child]!)] = child;
    }
  }
}

/** All states, shorter ones first. */
function statesByLength(lengths: Int32Array): Int32Array {
  const starts = new Int32Array(lengths.reduce((most, length) => Math.max(most, length), 0) + 2);
  for (const length of lengths) starts[length + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const order = new Int32Array(lengths.length);
  lengths.forEach((length, state) => (order[starts[length]!++] = state));
  return order;
}

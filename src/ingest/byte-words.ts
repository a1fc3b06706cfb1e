import { ByteInterner, type KeyBytes } from '../structures/index.js';
import { MEMORY_SIZE, recallWordsInto, rememberWord } from './byte-words.kernel.js';

/** What a word of the file is good for: the row interpreter must see it / it stands for a number / it says nothing. */
export type WordKind = 'unclear' | 'word' | 'none';

/** Columns that numbers of words go into. */
export type WordNumbers = Int32Array | Uint16Array | Uint8Array;

/** This many different words are remembered; a column with more of them is no column of words. */
const MAX_WORDS = 50_000;
/** Number of a word that says nothing. */
export const NO_WORD = -1;
const UNNUMBERED = -2;
const UNCLEAR = -3;

/**
 * A column of few different words, such as currencies: each word is looked at as a text once, after that it is known by
 * its bytes. It gets its number only when a row with it is taken, so that refused rows leave no trace.
 */
export class ByteWords {
  readonly #words = new ByteInterner();
  readonly #classify: (text: string) => WordKind;
  readonly #number: (text: string) => number;
  readonly #decoder = new TextDecoder();
  #numbers = new Int32Array(64);
  #classified = 0;
  #hasUnclear = false;
  readonly #memory = new Int32Array(MEMORY_SIZE);

  constructor(classify: (text: string) => WordKind, number: (text: string) => number) {
    this.#classify = classify;
    this.#number = number;
  }

  /** Words of one cell of the `count` records listed in `wanted`, as private ids by record; an unclear word makes its record odd. */
  readInto(
    source: KeyBytes,
    bounds: Int32Array,
    stride: number,
    cell: number,
    wanted: Int32Array,
    count: number,
    odd: Uint8Array,
    ids: Int32Array,
  ): void {
    if (this.#words.size > MAX_WORDS) {
      for (let i = 0; i < count; i++) odd[wanted[i]!] = 1;
      return;
    }
    if (recallWordsInto(source.view, bounds, stride, cell, wanted, count, this.#memory, ids) === 1) {
      for (let i = 0; i < count; i++) {
        const record = wanted[i]!;
        if (ids[record]! < 0) ids[record] = this.#intern(source, bounds, 2 * (stride * record + cell));
      }
    }
    while (this.#classified < this.#words.size) this.#classifyNext();
    if (!this.#hasUnclear) return;
    const numbers = this.#numbers;
    for (let i = 0; i < count; i++) if (numbers[ids[wanted[i]!]!] === UNCLEAR) odd[wanted[i]!] = 1;
  }

  /** Numbers, by record, of the words of the `count` records listed in `wanted`, given their ids; `none` for no word. */
  numberInto(wanted: Int32Array, count: number, ids: Int32Array, none: number, numbers: WordNumbers): void {
    const known = this.#numbers;
    for (let i = 0; i < count; i++) {
      const record = wanted[i]!;
      const id = ids[record]!;
      let number = known[id]!;
      if (number < 0) number = number === UNNUMBERED ? this.number(id) : none;
      numbers[record] = number;
    }
  }

  /** Number of a clear word, or {@link NO_WORD}. */
  number(id: number): number {
    const known = this.#numbers[id]!;
    if (known !== UNNUMBERED) return known;
    return (this.#numbers[id] = this.#number(this.#text(id)));
  }

  #intern({ bytes, view }: KeyBytes, bounds: Int32Array, bound: number): number {
    const start = bounds[bound]!;
    const end = bounds[bound + 1]!;
    const id = this.#words.intern(bytes, start, end, 0);
    rememberWord(view, start, end, this.#memory, id);
    return id;
  }

  #classifyNext(): void {
    const id = this.#classified++;
    if (id === this.#numbers.length) {
      const grown = new Int32Array(4 * id);
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    const kind = this.#classify(this.#text(id));
    if (kind === 'unclear') this.#hasUnclear = true;
    this.#numbers[id] = kind === 'word' ? UNNUMBERED : kind === 'none' ? NO_WORD : UNCLEAR;
  }

  #text(id: number): string {
    return this.#decoder.decode(this.#words.bytes(id));
  }
}

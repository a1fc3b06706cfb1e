import { ByteInterner, type KeyBytes } from '../structures/index.js';
import { MEMORY_SIZE, recallWordsInto, rememberWord } from './byte-words.kernel.js';

/** What a word of the file is good for: the row interpreter must see it / it stands for a number / it says nothing. */
export type WordKind = 'unclear' | 'word' | 'none';

/** So many different words are remembered; a column with more of them is no column of words. */
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
  readonly #memory = new Int32Array(MEMORY_SIZE);

  constructor(classify: (text: string) => WordKind, number: (text: string) => number) {
    this.#classify = classify;
    this.#number = number;
  }

  /** Words of one cell of the `count` records listed in `wanted`, as private ids; an unclear word makes its record odd. */
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
    recallWordsInto(source.view, bounds, stride, cell, wanted, count, this.#memory, ids);
    for (let i = 0; i < count; i++)
      if (ids[i]! < 0) ids[i] = this.#intern(source, bounds, 2 * (stride * wanted[i]! + cell));
    while (this.#classified < this.#words.size) this.#classifyNext();
    const numbers = this.#numbers;
    for (let i = 0; i < count; i++) if (numbers[ids[i]!] === UNCLEAR) odd[wanted[i]!] = 1;
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
    this.#numbers[id] = kind === 'word' ? UNNUMBERED : kind === 'none' ? NO_WORD : UNCLEAR;
  }

  #text(id: number): string {
    return this.#decoder.decode(this.#words.bytes(id));
  }
}

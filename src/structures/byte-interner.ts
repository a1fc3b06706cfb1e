import {
  findKeysInto,
  HASH,
  insertKeysInto,
  KEY_STRIDE,
  LENGTH,
  placeOfKey,
  POOL_WORD,
  PRINT_STRIDE,
  printKeysInto,
  TAG,
  VALUE,
} from './byte-interner.kernel.js';
import { GrowableColumn } from './growable-column.js';
import { type InternedKeys } from './interned-keys.js';
import { indexKeys, listKeysInto } from './key-index.js';

/** Spare bytes that a buffer handed to {@link ByteInterner.internBatch} must have beyond each key. */
export const KEY_SLACK = 4;

/** A pool beyond this is not decoded into one text: engines limit their length. */
const MAX_POOL_WORDS = 1 << 26;

/** Places of a new index; a power of two. */
const FIRST_PLACES = 256;

/** A byte buffer and the view of the same bytes, made once per buffer. */
export interface KeyBytes {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** Keys taken over from another interner at a time. */
const TAKEN_KEYS = 2048;

/**
 * Gives each distinct (tag, bytes) a small integer in order of first sight, without making a string. The tag is a number
 * that qualifies the bytes: the bank an account belongs to. Open addressing with linear probing, at most half full.
 * Keys are compared in words of four bytes on little-endian machines, which is what JavaScript engines run on.
 */
export class ByteInterner {
  /** Bytes of all keys, each from a word boundary on. */
  readonly #pool = new GrowableColumn(Int32Array, 1 << 14);
  /** {@link KEY_STRIDE} numbers each, by number of the key. */
  readonly #keys = new GrowableColumn(Int32Array, 8 * KEY_STRIDE);
  /** See {@link indexKeys}. */
  #index = new Int32Array(FIRST_PLACES);
  #scratch = keyBytes(new Uint8Array(256));
  /** One key's worth of columns for the single calls. */
  readonly #one = { start: Int32Array.of(0), end: new Int32Array(1), tag: new Int32Array(1), id: new Int32Array(1) };
  /** Keys and words of the pool in use. */
  readonly #used = new Int32Array(2);
  #prints = new Int32Array(PRINT_STRIDE);
  #pending = new Int32Array(0);
  #places = new Int32Array(0);
  #values = new Int32Array(1);

  get size(): number {
    return this.#keys.length / KEY_STRIDE;
  }

  /** Number of the key `bytes[start .. end)` under `tag`, new or known. */
  intern(bytes: Uint8Array, start: number, end: number, tag: number): number {
    this.#load(bytes, start, end, tag);
    const one = this.#one;
    one.id[0] = -1;
    this.#insertMissing(this.#scratch.view, one.start, one.end, one.tag, 1, one.id, this.#values);
    return one.id[0];
  }

  /** Number of a known key, or -1. */
  find(bytes: Uint8Array, start: number, end: number, tag: number): number {
    this.#load(bytes, start, end, tag);
    const { view } = this.#scratch;
    const hash = this.#prints[HASH]!;
    const place = placeOfKey(view, 0, end - start, tag, hash, this.#index, this.#keys.array, this.#pool.array);
    return (this.#index[place]! & (this.#index.length - 1)) - 1;
  }

  /**
   * Interns the keys `source.bytes[starts[i] .. ends[i])` under `tags[i]` for i < count into `ids`, in this order. Several
   * times faster than single calls, because the look-ups do not wait for each other; some 2,000 keys a call are best.
   * The source must reach {@link KEY_SLACK} bytes beyond every key.
   *
   * @param values receives the value of each key, 0 for a new one; see {@link ByteInterner.setValue}
   */
  internBatch(
    source: KeyBytes,
    starts: Int32Array,
    ends: Int32Array,
    tags: Int32Array,
    count: number,
    ids: Int32Array,
    values?: Int32Array,
  ): void {
    if (this.#pending.length < count) this.#makeRoom(count);
    const valuesInto = values ?? this.#values;
    const { view } = source;
    printKeysInto(view, starts, ends, tags, count, this.#prints);
    findKeysInto(
      view,
      starts,
      ends,
      tags,
      count,
      this.#prints,
      this.#index,
      this.#keys.array,
      this.#pool.array,
      this.#pending,
      this.#places,
      ids,
      valuesInto,
    );
    this.#insertMissing(view, starts, ends, tags, count, ids, valuesInto);
  }

  /** Gives a key a number of the user's own, which look-ups then find beside it; 0 before. */
  setValue(id: number, value: number): void {
    this.#keys.array[KEY_STRIDE * id + VALUE] = value;
  }

  tag(id: number): number {
    return this.#keys.array[KEY_STRIDE * id + TAG]!;
  }

  /** Bytes that a key has. */
  keyLength(id: number): number {
    return this.#keys.array[KEY_STRIDE * id + LENGTH]!;
  }

  /** Bytes of a key as a view into the pool; do not write to it. */
  bytes(id: number): Uint8Array {
    const key = KEY_STRIDE * id;
    const keys = this.#keys.array;
    return new Uint8Array(this.#pool.array.buffer, 4 * keys[key + POOL_WORD]!, keys[key + LENGTH]);
  }

  /**
   * All keys as texts, decoded from UTF-8, by number. Where all are ASCII the pool is decoded at once, which is ten times
   * faster than key by key.
   */
  texts(): string[] {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const words = this.#pool.array;
    const used = this.#pool.length;
    let bits = 0;
    for (let word = 0; word < used; word++) bits |= words[word]!;
    const texts: string[] = [];
    if ((bits & 0x8080_8080) !== 0 || used > MAX_POOL_WORDS) {
      for (let id = 0; id < this.size; id++) texts.push(decoder.decode(this.bytes(id)));
      return texts;
    }
    const whole = decoder.decode(new Uint8Array(words.buffer, 0, 4 * used));
    const keys = this.#keys.array;
    for (let key = 0; key < this.#keys.length; key += KEY_STRIDE) {
      const start = 4 * keys[key + POOL_WORD]!;
      texts.push(whole.slice(start, start + keys[key + LENGTH]!));
    }
    return texts;
  }

  /** All keys; nothing may be interned afterwards. */
  keys(): InternedKeys {
    // Look-ups read beyond the last key.
    this.#pool.reserve(1);
    const pool = this.#pool.array.subarray(0, this.#pool.length + 1);
    const [words, lengths, tags] = [new Int32Array(this.size), new Int32Array(this.size), new Int32Array(this.size)];
    listKeysInto(this.#keys.array, words, lengths, tags);
    return { pool, words, lengths, tags };
  }

  /** Interns all keys of another interner, in their order, under tags of one's own: the number of each here. */
  internKeys({ pool, words, lengths }: InternedKeys, tags: Int32Array): Int32Array {
    const source = keyBytes(new Uint8Array(pool.buffer, pool.byteOffset, pool.byteLength));
    const [starts, ends] = [new Int32Array(words.length), new Int32Array(words.length)];
    for (let i = 0; i < words.length; i++) {
      starts[i] = 4 * words[i]!;
      ends[i] = starts[i]! + lengths[i]!;
    }
    const numbers = new Int32Array(words.length);
    for (let from = 0; from < numbers.length; from += TAKEN_KEYS) {
      const to = Math.min(from + TAKEN_KEYS, numbers.length);
      const [first, last, under, ids] = [starts, ends, tags, numbers].map((column) => column.subarray(from, to));
      this.internBatch(source, first!, last!, under!, to - from, ids!);
    }
    return numbers;
  }

  #makeRoom(count: number): void {
    this.#prints = new Int32Array(PRINT_STRIDE * count);
    this.#pending = new Int32Array(count);
    this.#places = new Int32Array(count);
    this.#values = new Int32Array(count);
  }

  /** Copies a key where the kernels may read beyond it, and takes its print. */
  #load(bytes: Uint8Array, start: number, end: number, tag: number): void {
    const length = end - start;
    if (length + KEY_SLACK > this.#scratch.bytes.length)
      this.#scratch = keyBytes(new Uint8Array(2 * length + KEY_SLACK));
    const { bytes: scratch, view } = this.#scratch;
    for (let i = 0; i < length; i++) scratch[i] = bytes[start + i]!;
    const one = this.#one;
    one.end[0] = length;
    one.tag[0] = tag;
    printKeysInto(view, one.start, one.end, one.tag, 1, this.#prints);
  }

  /** Gives their ids to the keys that have -1, in this order; their prints must be in the scratch. */
  #insertMissing(
    view: DataView,
    starts: Int32Array,
    ends: Int32Array,
    tags: Int32Array,
    count: number,
    ids: Int32Array,
    values: Int32Array,
  ): void {
    let missing = 0;
    let words = 0;
    for (let i = 0; i < count; i++) {
      if (ids[i]! >= 0) continue;
      missing++;
      words += (ends[i]! - starts[i]! + 3) >> 2;
    }
    if (missing === 0) return;
    this.#pool.reserve(words);
    this.#keys.reserve(KEY_STRIDE * missing);
    let places = this.#index.length;
    while (2 * (this.size + missing) > places) places *= 2;
    if (places > this.#index.length) this.#index = indexKeys(this.#keys.array, this.size, this.#pool, places);
    const used = this.#used;
    used[0] = this.size;
    used[1] = this.#pool.length;
    const [index, keys, pool] = [this.#index, this.#keys.array, this.#pool.array];
    insertKeysInto(view, starts, ends, tags, count, this.#prints, index, keys, pool, used, ids, values);
    this.#keys.length = KEY_STRIDE * used[0];
    this.#pool.length = used[1];
  }
}

/** A buffer with its view, for {@link ByteInterner.internBatch}. */
export function keyBytes(bytes: Uint8Array): KeyBytes {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

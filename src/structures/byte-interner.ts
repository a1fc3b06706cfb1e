import {
  copyKeyInto,
  findKeysInto,
  HASH,
  holdsKey,
  LENGTH,
  NUMBER,
  POOL_WORD,
  PRINT_STRIDE,
  printKeysInto,
  SLOT_STRIDE,
  TAG,
} from './byte-interner.kernel.js';
import { GrowableColumn } from './growable-column.js';

/** Spare bytes that a buffer handed to {@link ByteInterner.internBatch} must have beyond each key. */
export const KEY_SLACK = 4;

/** A pool beyond this is not decoded into one text: engines limit their length. */
const MAX_POOL_WORDS = 1 << 26;

/** Slots of a new table; a power of two. */
const FIRST_SLOTS = 256;

/** A byte buffer and the view of the same bytes, made once per buffer. */
export interface KeyBytes {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** The keys of an interner by number, as columns that can go to another thread. */
export interface InternedKeys {
  /** Bytes of all keys, each from a word boundary on; at least one word behind the last. */
  readonly pool: Int32Array;
  /** First word of each key. */
  readonly words: Int32Array;
  /** In bytes. */
  readonly lengths: Int32Array;
  readonly tags: Int32Array;
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
  /** By number of the key. */
  readonly #hashes = new GrowableColumn(Int32Array);
  readonly #lengths = new GrowableColumn(Int32Array);
  readonly #tags = new GrowableColumn(Int32Array);
  readonly #words = new GrowableColumn(Int32Array);
  /** {@link SLOT_STRIDE} numbers each, as many as a power of two. */
  #slots = new Int32Array(SLOT_STRIDE * FIRST_SLOTS);
  #scratch = keyBytes(new Uint8Array(256));
  /** One key's worth of columns for the single calls. */
  readonly #one = { start: Int32Array.of(0), end: new Int32Array(1), tag: new Int32Array(1) };
  #prints = new Int32Array(PRINT_STRIDE);
  #pending = new Int32Array(0);
  #places = new Int32Array(0);

  get size(): number {
    return this.#tags.length;
  }

  /** Number of the key `bytes[start .. end)` under `tag`, new or known. */
  intern(bytes: Uint8Array, start: number, end: number, tag: number): number {
    this.#load(bytes, start, end, tag);
    return this.#internAt(this.#scratch.view, 0, end - start, tag, 0);
  }

  /** Number of a known key, or -1. */
  find(bytes: Uint8Array, start: number, end: number, tag: number): number {
    this.#load(bytes, start, end, tag);
    return this.#slots[this.#slotOf(this.#scratch.view, 0, end - start, tag, 0) + NUMBER]! - 1;
  }

  /**
   * Interns the keys `source.bytes[starts[i] .. ends[i])` under `tags[i]` for i < count into `ids`, in this order. Several
   * times faster than single calls, because the look-ups do not wait for each other; some 2,000 keys a call are best.
   * The source must reach {@link KEY_SLACK} bytes beyond every key.
   */
  internBatch(
    source: KeyBytes,
    starts: Int32Array,
    ends: Int32Array,
    tags: Int32Array,
    count: number,
    ids: Int32Array,
  ): void {
    if (this.#pending.length < count) this.#makeRoom(count);
    const { view } = source;
    printKeysInto(view, starts, ends, tags, count, this.#prints);
    findKeysInto(
      view,
      starts,
      ends,
      tags,
      count,
      this.#prints,
      this.#slots,
      this.#pool.array,
      this.#pending,
      this.#places,
      ids,
    );
    for (let i = 0; i < count; i++) {
      if (ids[i]! < 0) ids[i] = this.#internAt(view, starts[i]!, ends[i]!, tags[i]!, PRINT_STRIDE * i);
    }
  }

  tag(id: number): number {
    return this.#tags.array[id]!;
  }

  /** Bytes of a key as a view into the pool; do not write to it. */
  bytes(id: number): Uint8Array {
    const length = this.#lengths.array[id]!;
    const word = this.#words.array[id]!;
    return new Uint8Array(this.#pool.array.buffer, 4 * word, length);
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
    for (let id = 0; id < this.size; id++) {
      const start = 4 * this.#words.array[id]!;
      texts.push(whole.slice(start, start + this.#lengths.array[id]!));
    }
    return texts;
  }

  /** All keys, as views; nothing may be interned afterwards. */
  keys(): InternedKeys {
    this.#pool.push(0);
    return {
      pool: this.#pool.finish(),
      words: this.#words.finish(),
      lengths: this.#lengths.finish(),
      tags: this.#tags.finish(),
    };
  }

  /** Interns all keys of another interner, in their order, under tags of one's own: the number of each here. */
  internKeys({ pool, words, lengths }: InternedKeys, tags: Int32Array): Int32Array {
    const source = keyBytes(new Uint8Array(pool.buffer, pool.byteOffset, pool.byteLength));
    const starts = words.map((word) => 4 * word);
    const ends = starts.map((start, i) => start + lengths[i]!);
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

  /** `print` is the position of the key's print in the scratch. */
  #internAt(view: DataView, start: number, end: number, tag: number, print: number): number {
    const slot = this.#slotOf(view, start, end, tag, print);
    const known = this.#slots[slot + NUMBER]!;
    return known === 0 ? this.#insert(slot, view, start, end, tag, print) : known - 1;
  }

  /** Position of the slot that holds the key, or of the free one where it belongs. */
  #slotOf(view: DataView, start: number, end: number, tag: number, print: number): number {
    const slots = this.#slots;
    const prints = this.#prints;
    const mask = slots.length - SLOT_STRIDE;
    const length = end - start;
    for (let slot = (SLOT_STRIDE * prints[print + HASH]!) & mask; ; slot = (slot + SLOT_STRIDE) & mask) {
      if (slots[slot + NUMBER] === 0) return slot;
      if (slots[slot] !== prints[print] || slots[slot + LENGTH] !== length || slots[slot + TAG] !== tag) continue;
      if (holdsKey(view, start, end, this.#pool.array, slots[slot + POOL_WORD]!)) return slot;
    }
  }

  #insert(slot: number, view: DataView, start: number, end: number, tag: number, print: number): number {
    const id = this.size;
    const word = this.#pool.length;
    const words = (end - start + 3) >> 2;
    this.#pool.reserve(words);
    copyKeyInto(view, start, end, this.#pool.array, word);
    this.#pool.length += words;
    this.#hashes.push(this.#prints[print + HASH]!);
    this.#lengths.push(end - start);
    this.#tags.push(tag);
    this.#words.push(word);
    const slots = this.#slots;
    for (let i = 0; i < HASH; i++) slots[slot + i] = this.#prints[print + i]!;
    slots[slot + LENGTH] = end - start;
    slots[slot + TAG] = tag;
    slots[slot + POOL_WORD] = word;
    slots[slot + NUMBER] = id + 1;
    if (2 * SLOT_STRIDE * this.size > slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length);
    const mask = slots.length - SLOT_STRIDE;
    const hashes = this.#hashes.array;
    for (let from = 0; from < old.length; from += SLOT_STRIDE) {
      const number = old[from + NUMBER]!;
      if (number === 0) continue;
      let slot = (SLOT_STRIDE * hashes[number - 1]!) & mask;
      while (slots[slot + NUMBER] !== 0) slot = (slot + SLOT_STRIDE) & mask;
      for (let i = 0; i < SLOT_STRIDE; i++) slots[slot + i] = old[from + i]!;
    }
    this.#slots = slots;
  }
}

/** A buffer with its view, for {@link ByteInterner.internBatch}. */
export function keyBytes(bytes: Uint8Array): KeyBytes {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

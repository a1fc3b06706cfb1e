import {
  copyKeyInto,
  ENTRY_STRIDE,
  findKeysInto,
  holdsKey,
  PRINT_STRIDE,
  printKeysInto,
} from './byte-interner.kernel.js';
import { GrowableColumn } from './growable-column.js';

/** Spare bytes that a buffer handed to {@link ByteInterner.internBatch} must have beyond each key. */
export const KEY_SLACK = 4;

/** A pool beyond this is not decoded into one text: engines limit their length. */
const MAX_POOL_WORDS = 1 << 26;

/** A byte buffer and the view of the same bytes, made once per buffer. */
export interface KeyBytes {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/**
 * Gives each distinct (tag, bytes) a small integer in order of first sight, without making a string. The tag is a number
 * that qualifies the bytes: the bank an account belongs to. Open addressing with linear probing, at most half full.
 * Keys are compared in words of four bytes on little-endian machines, which is what JavaScript engines run on.
 */
export class ByteInterner {
  /** Bytes of all keys, each from a word boundary on. */
  readonly #pool = new GrowableColumn(Int32Array, 1 << 14);
  readonly #entries = new GrowableColumn(Int32Array, 1 << 12);
  /** Number + 1 of the key in each slot, 0 = free. Length is a power of two. */
  #slots = new Int32Array(2048);
  #size = 0;
  #scratch = keyBytes(new Uint8Array(256));
  /** One key's worth of columns for the single calls. */
  readonly #one = { start: Int32Array.of(0), end: new Int32Array(1), tag: new Int32Array(1) };
  #prints = new Int32Array(PRINT_STRIDE);
  #pending = new Int32Array(0);
  #places = new Int32Array(0);

  get size(): number {
    return this.#size;
  }

  /** Number of the key `bytes[start .. end)` under `tag`, new or known. */
  intern(bytes: Uint8Array, start: number, end: number, tag: number): number {
    this.#load(bytes, start, end, tag);
    return this.#internAt(this.#scratch.view, 0, end - start, tag, 0);
  }

  /** Number of a known key, or -1. */
  find(bytes: Uint8Array, start: number, end: number, tag: number): number {
    this.#load(bytes, start, end, tag);
    return this.#slots[this.#slotOf(this.#scratch.view, 0, end - start, tag, 0)]! - 1;
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
      this.#entries.array,
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
    return this.#entries.array[ENTRY_STRIDE * id + 5]!;
  }

  /** Bytes of a key as a view into the pool; do not write to it. */
  bytes(id: number): Uint8Array {
    const length = this.#entries.array[ENTRY_STRIDE * id + 4]!;
    const word = this.#entries.array[ENTRY_STRIDE * id + 6]!;
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
      for (let id = 0; id < this.#size; id++) texts.push(decoder.decode(this.bytes(id)));
      return texts;
    }
    const whole = decoder.decode(new Uint8Array(words.buffer, 0, 4 * used));
    const entries = this.#entries.array;
    for (let id = 0; id < this.#size; id++) {
      const start = 4 * entries[ENTRY_STRIDE * id + 6]!;
      texts.push(whole.slice(start, start + entries[ENTRY_STRIDE * id + 4]!));
    }
    return texts;
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
    const known = this.#slots[slot]!;
    return known === 0 ? this.#insert(slot, view, start, end, tag, print) : known - 1;
  }

  /** The slot that holds the key, or the free one where it belongs. */
  #slotOf(view: DataView, start: number, end: number, tag: number, print: number): number {
    const slots = this.#slots;
    const entries = this.#entries.array;
    const mask = slots.length - 1;
    const hash = this.#prints[print + 3]!;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]! - 1;
      if (id < 0) return slot;
      const entry = ENTRY_STRIDE * id;
      if (entries[entry + 3] !== hash || entries[entry + 4] !== end - start || entries[entry + 5] !== tag) continue;
      if (holdsKey(view, start, end, this.#pool.array, entries[entry + 6]!)) return slot;
    }
  }

  #insert(slot: number, view: DataView, start: number, end: number, tag: number, print: number): number {
    const id = this.#size++;
    const word = this.#pool.length;
    const words = (end - start + 3) >> 2;
    this.#pool.reserve(words);
    copyKeyInto(view, start, end, this.#pool.array, word);
    this.#pool.length += words;
    this.#entries.reserve(ENTRY_STRIDE);
    const entries = this.#entries.array;
    const entry = ENTRY_STRIDE * id;
    for (let i = 0; i < PRINT_STRIDE; i++) entries[entry + i] = this.#prints[print + i]!;
    entries[entry + 4] = end - start;
    entries[entry + 5] = tag;
    entries[entry + 6] = word;
    this.#entries.length += ENTRY_STRIDE;
    this.#slots[slot] = id + 1;
    if (2 * this.#size > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Int32Array(4 * this.#slots.length);
    const mask = slots.length - 1;
    for (let id = 0; id < this.#size; id++) {
      let slot = this.#entries.array[ENTRY_STRIDE * id + 3]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }
}

/** A buffer with its view, for {@link ByteInterner.internBatch}. */
export function keyBytes(bytes: Uint8Array): KeyBytes {
  return { bytes, view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
}

import { GrowableColumn } from './growable-column.js';

/** Slots of the hash table per stored key are kept above this. */
const MAX_LOAD = 0.5;

/**
 * Gives each distinct (tag, bytes) a small integer in order of first sight, without making a string. The tag is a number
 * that qualifies the bytes: the bank an account belongs to. Open addressing with linear probing; the table keeps the
 * hash beside the id, so a probe touches the bytes only when the hashes agree.
 */
export class ByteInterner {
  readonly #pool = new GrowableColumn(Uint8Array, 1 << 16);
  /** Invariant: length = size + 1; key i is pool[ends[i] .. ends[i + 1]). */
  readonly #ends = new GrowableColumn(Float64Array);
  readonly #tags = new GrowableColumn(Int32Array);
  readonly #hashes = new GrowableColumn(Int32Array);
  /** Pairs (hash, id + 1); id + 1 = 0 marks a free slot. Length is twice a power of two. */
  #slots = new Int32Array(2 * 1024);
  #mask = 1023;

  constructor() {
    this.#ends.push(0);
  }

  get size(): number {
    return this.#tags.length;
  }

  /** Number of the key `bytes[start .. end)` under `tag`, new or known. */
  intern(bytes: Uint8Array, start: number, end: number, tag: number): number {
    return this.internHashed(bytes, start, end, tag, hashBytes(bytes, start, end, tag));
  }

  /** As {@link ByteInterner.intern} with the {@link hashBytes} value computed beforehand, for batches. */
  internHashed(bytes: Uint8Array, start: number, end: number, tag: number, hash: number): number {
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (;;) {
      const stored = slots[2 * slot + 1]!;
      if (stored === 0) break;
      if (slots[2 * slot] === hash && this.#holds(stored - 1, bytes, start, end, tag)) return stored - 1;
      slot = (slot + 1) & this.#mask;
    }
    return this.#insert(slot, bytes, start, end, tag, hash);
  }

  /** Number of a known key, or -1. */
  find(bytes: Uint8Array, start: number, end: number, tag: number): number {
    const hash = hashBytes(bytes, start, end, tag);
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const stored = this.#slots[2 * slot + 1]!;
      if (stored === 0) return -1;
      if (this.#slots[2 * slot] === hash && this.#holds(stored - 1, bytes, start, end, tag)) return stored - 1;
    }
  }

  tag(id: number): number {
    return this.#tags.array[id]!;
  }

  /** Bytes of a key as a view into the pool; do not write to it. */
  bytes(id: number): Uint8Array {
    return this.#pool.array.subarray(this.#ends.array[id], this.#ends.array[id + 1]);
  }

  #holds(id: number, bytes: Uint8Array, start: number, end: number, tag: number): boolean {
    const from = this.#ends.array[id]!;
    if (this.#tags.array[id] !== tag || this.#ends.array[id + 1]! - from !== end - start) return false;
    const pool = this.#pool.array;
    for (let i = start, j = from; i < end; i++, j++) if (bytes[i] !== pool[j]) return false;
    return true;
  }

  #insert(slot: number, bytes: Uint8Array, start: number, end: number, tag: number, hash: number): number {
    const id = this.size;
    this.#slots[2 * slot] = hash;
    this.#slots[2 * slot + 1] = id + 1;
    const size = end - start;
    this.#pool.reserve(size);
    for (let i = 0; i < size; i++) this.#pool.array[this.#pool.length + i] = bytes[start + i]!;
    this.#pool.length += size;
    this.#ends.push(this.#pool.length);
    this.#tags.push(tag);
    this.#hashes.push(hash);
    if (this.size > (this.#mask + 1) * MAX_LOAD) this.#rehash();
    return id;
  }

  #rehash(): void {
    const capacity = (this.#mask + 1) * 4;
    this.#mask = capacity - 1;
    this.#slots = new Int32Array(2 * capacity);
    for (let id = 0; id < this.size; id++) {
      const hash = this.#hashes.array[id]!;
      let slot = hash & this.#mask;
      while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[2 * slot] = hash;
      this.#slots[2 * slot + 1] = id + 1;
    }
  }
}

/** 32-bit hash of `bytes[start .. end)` and a tag: FNV-1a's shape with a final avalanche. Not for secrets. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, tag: number): number {
  let hash = Math.imul(tag ^ 0x811c_9dc5, 0x0100_0193);
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b_3c6d);
  return hash ^ (hash >>> 13);
}

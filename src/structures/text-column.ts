import { GrowableColumn } from './growable-column.js';

/** The texts of a column, as columns that can go to another thread. */
export interface TextPart {
  readonly bytes: Uint8Array;
  /** Where each text ends; a leading 0. */
  readonly ends: Float64Array;
}

/**
 * Many texts in one byte pool: UTF-8 bytes end to end and one offset each, instead of one string object per row.
 * Append first, read later; reading decodes.
 */
export class TextColumn {
  readonly #bytes = new GrowableColumn(Uint8Array, 4096);
  /** Invariant: length = count + 1, non-decreasing, first entry 0; text i is bytes[ends[i] .. ends[i + 1]). */
  readonly #ends = new GrowableColumn(Float64Array);
  readonly #encoder = new TextEncoder();
  // A leading U+FEFF is part of the text, not a mark to be swallowed.
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });

  constructor() {
    this.#ends.push(0);
  }

  get length(): number {
    return this.#ends.length - 1;
  }

  append(text: string): void {
    this.#bytes.reserve(text.length * 3);
    const { written } = this.#encoder.encodeInto(text, this.#bytes.array.subarray(this.#bytes.length));
    this.#bytes.length += written;
    this.#ends.push(this.#bytes.length);
  }

  /** Appends `bytes[start .. end)`, which must be valid UTF-8. */
  appendBytes(bytes: Uint8Array, start: number, end: number): void {
    const size = end - start;
    this.#bytes.reserve(size);
    for (let i = 0; i < size; i++) this.#bytes.array[this.#bytes.length + i] = bytes[start + i]!;
    this.#bytes.length += size;
    this.#ends.push(this.#bytes.length);
  }

  /** All texts, as views; nothing may be appended afterwards. */
  take(): TextPart {
    return { bytes: this.#bytes.finish(), ends: this.#ends.finish() };
  }

  /** Appends the texts of another column. */
  appendPart({ bytes, ends }: TextPart): void {
    const start = this.#bytes.length;
    this.#bytes.appendRange(bytes, 0, bytes.length);
    this.#ends.reserve(ends.length);
    for (let i = 1; i < ends.length; i++) this.#ends.push(start + ends[i]!);
  }

  get(index: number): string {
    return this.#decoder.decode(this.#bytes.array.subarray(this.#ends.array[index], this.#ends.array[index + 1]));
  }

  /** Code-point order of two texts by their UTF-8 bytes, without decoding. Negative, zero or positive. */
  compare(left: number, right: number): number {
    const bytes = this.#bytes.array;
    let a = this.#ends.array[left]!;
    let b = this.#ends.array[right]!;
    const aEnd = this.#ends.array[left + 1]!;
    const bEnd = this.#ends.array[right + 1]!;
    while (a < aEnd && b < bEnd) {
      const difference = bytes[a++]! - bytes[b++]!;
      if (difference !== 0) return difference;
    }
    return aEnd - a - (bEnd - b);
  }
}

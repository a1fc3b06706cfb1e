import { IS_UTF8, skipBlanks } from './byte-blanks.kernel.js';

/** What a byte means to {@link scanRecordsInto}; see {@link byteKinds}. A quote matters only at the start of a cell. */
const DELIMITER = 1;
const LINE_FEED = 2;
const CARRIAGE_RETURN = 3;
const NON_ASCII = 4;

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Numbers kept per record in `records`: start, end without the line's end, cells, flags, physical line. */
export const RECORD_STRIDE = 5;

/** Flags of a record. Its cells need decoding, unescaping or more than a glance. */
export const HAS_NON_ASCII = 1;
/** A quoted cell holds doubled or stray quotes, or a line's end. */
export const HAS_ESCAPES = 2;
/** The last cell was opened by a quote that nothing closed before the end of the file. */
const HAS_UNCLOSED = 4;

/** Table of byte meanings for a dialect with this delimiter byte. */
export function byteKinds(delimiter: number, isUtf8: boolean): Uint8Array {
  const kinds = new Uint8Array(257);
  kinds.fill(NON_ASCII, 128, 256);
  kinds[IS_UTF8] = isUtf8 ? 1 : 0;
  kinds[LF] = LINE_FEED;
  kinds[CR] = CARRIAGE_RETURN;
  kinds[delimiter] = DELIMITER;
  return kinds;
}

/**
 * Finds the records of `bytes[from .. to)` and the bounds of their cells, without looking at what they mean. Records end
 * at LF, CR LF or CR; a cell that starts with a quote ends at a quote before a delimiter, a line's end or blanks and one
 * of these, as Papa Parse has it (other quotes inside are taken as text). `bytes[to]` must be a line feed, as a stop,
 * and `view`, over the same bytes, must reach 3 bytes beyond it.
 *
 * Fills `records` ({@link RECORD_STRIDE} numbers each) and `bounds` (start and end of the first `cellCount` cells of each
 * record, quotes left out). `state[0]` is the physical line of `from` and is moved on. A record that may go on beyond `to`
 * is left for the next call unless `final` is 1. `state[2]` is set to 1, and scanning stops, before a record that has an
 * unclosed quote, more line ends than are allowed, or more than `maxBytes` bytes. The first record may hold `reach` line ends,
 * each later one as many more as lines were read before it, none more than `maxNewlines`. `state[3]` counts the bytes that
 * were looked at within quotes.
 *
 * @returns the number of records; `state[1]` receives the position after the last of them. O(to - from), and before a record
 *   at fault no further than its line ends and bytes may go.
 */
export function scanRecordsInto(
  bytes: Uint8Array,
  view: DataView,
  from: number,
  to: number,
  final: number,
  delimiter: number,
  kinds: Uint8Array,
  cellCount: number,
  maxRecords: number,
  maxBytes: number,
  maxNewlines: number,
  reach: number,
  records: Int32Array,
  bounds: Int32Array,
  state: Float64Array,
): number {
  const delimiters = Math.imul(delimiter, 0x0101_0101);
  let count = 0;
  let at = from;
  const firstLine = state[0]!;
  let lines = 0;
  state[1] = from;
  state[2] = 0;
  while (count < maxRecords && at < to) {
    const recordStart = at;
    let flags = 0;
    let cells = 0;
    let newlines = 0;
    let slot = 2 * cellCount * count;
    const slotEnd = slot + 2 * cellCount;
    let kind = 0;
    do {
      let start = at;
      let end: number;
      if (bytes[at] === QUOTE && at < to) {
        start = at + 1;
        const mostNewlines = Math.min(maxNewlines, reach + lines) - newlines;
        end = closingQuote(bytes, start, to, final, kinds, mostNewlines, maxBytes - (at - recordStart), state);
        if (end === INCOMPLETE) return count;
        if (end === TOO_FAR) {
          state[2] = 1;
          return count;
        }
        if (end === UNCLOSED) {
          flags |= HAS_UNCLOSED;
          at = end = to;
        } else {
          at = end + 1;
          while (kinds[bytes[at]!] === 0 || kinds[bytes[at]!] === NON_ASCII) at++;
        }
        // A glance at the inside of the cell: escapes, line ends, other alphabets.
        for (let i = start; i < at; i++) {
          const byte = bytes[i]!;
          if (byte === QUOTE && i !== end) flags |= HAS_ESCAPES;
          else if (byte >= 128) flags |= HAS_NON_ASCII;
          else if (byte === LF || (byte === CR && bytes[i + 1] !== LF)) newlines++;
          else if (byte === CR && i + 1 >= at) newlines++;
        }
        if (newlines > 0) flags |= HAS_ESCAPES;
        kind = kinds[bytes[at]!]!;
      } else {
        // for (; (kind = kinds[bytes[at]]) is 0 or NON_ASCII; at++), four bytes at a time: `hits` has the top bit of the
        // first byte that is below 14, the delimiter, or not ASCII (and perhaps of some behind it).
        for (;;) {
          const word = view.getInt32(at, true);
          const same = word ^ delimiters;
          const hits = (((word - 0x0e0e_0e0e) & ~word) | ((same - 0x0101_0101) & ~same) | word) & 0x8080_8080;
          if (hits === 0) {
            at += 4;
            continue;
          }
          at += (31 - Math.clz32(hits & -hits)) >> 3;
          kind = kinds[bytes[at]!]!;
          if (kind !== 0 && kind !== NON_ASCII) break;
          if (kind === NON_ASCII) flags |= HAS_NON_ASCII;
          at++;
        }
        end = at;
      }
      cells++;
      if (slot < slotEnd) {
        bounds[slot] = start;
        bounds[slot + 1] = end;
        slot += 2;
      }
      at++;
    } while (kind === DELIMITER);
    // at - 1 is the line's end, or `to`.
    const recordEnd = at - 1;
    if (recordEnd >= to) {
      if (final === 0) return count;
      at = to;
    } else if (kind === CARRIAGE_RETURN) {
      if (at === to && final === 0) return count;
      if (at < to && bytes[at] === LF) at++;
    }
    if ((flags & HAS_UNCLOSED) !== 0 || recordEnd - recordStart > maxBytes) {
      state[2] = 1;
      return count;
    }
    const record = RECORD_STRIDE * count;
    records[record] = recordStart;
    records[record + 1] = recordEnd;
    records[record + 2] = cells;
    records[record + 3] = flags;
    records[record + 4] = firstLine + lines;
    lines += 1 + newlines;
    state[0] = firstLine + lines;
    state[1] = at;
    count++;
  }
  return count;
}

const INCOMPLETE = -1;
const UNCLOSED = -2;
const TOO_FAR = -3;

/**
 * Position of the quote that closes a cell whose text starts at `start`, or one of the three above: `TOO_FAR` where more than
 * `mostNewlines` line ends, or `mostBytes` bytes, come first. Adds to `state[3]` how many bytes it looked at.
 */
function closingQuote(
  bytes: Uint8Array,
  start: number,
  to: number,
  final: number,
  kinds: Uint8Array,
  mostNewlines: number,
  mostBytes: number,
  state: Float64Array,
): number {
  const limit = Math.min(to, start + mostBytes);
  let newlines = 0;
  let at = start;
  let found = UNCLOSED;
  for (; at < limit; at++) {
    const byte = bytes[at]!;
    if (byte !== QUOTE) {
      if (byte > CR || (byte !== LF && (byte !== CR || bytes[at + 1] === LF))) continue;
      // The line feed behind the last byte is a stop of ours.
      if (++newlines <= mostNewlines) continue;
      found = TOO_FAR;
      break;
    }
    if (at + 1 === to) {
      found = final === 0 ? INCOMPLETE : at;
      break;
    }
    const next = bytes[at + 1]!;
    if (next === QUOTE) {
      at++;
      continue;
    }
    const kind = kinds[next]!;
    if (kind !== 0 && kind !== NON_ASCII) {
      found = at;
      break;
    }
    const after = skipBlanks(bytes, at + 1, to, kinds);
    const stop = kinds[bytes[after]!]!;
    if (after < to && stop !== 0 && stop !== NON_ASCII) {
      found = at;
      break;
    }
    // A blank cut by the end might still turn out to be one.
    if (final === 0 && (after === to || (stop === NON_ASCII && to - after < 3))) {
      found = INCOMPLETE;
      break;
    }
  }
  state[3]! += at - start;
  if (found !== UNCLOSED) return found;
  if (limit < to) return TOO_FAR;
  return final === 0 ? INCOMPLETE : UNCLOSED;
}

import { HAS_ESCAPES, HAS_NON_ASCII, RECORD_STRIDE } from './byte-records.kernel.js';

const TAB = 9;
const LF = 10;
const CR = 13;
const BLANK = 32;

/**
 * As {@link scanRecordsInto} for cells set apart by runs of blanks and tabs: one record per line, blanks at its ends
 * ignored, quotes without meaning. A line of blanks alone is a record of no cells and wants a second look, like one with
 * other control characters.
 */
export function scanBlankRecordsInto(
  bytes: Uint8Array,
  from: number,
  to: number,
  final: number,
  cellCount: number,
  maxRecords: number,
  maxBytes: number,
  records: Int32Array,
  bounds: Int32Array,
  state: Float64Array,
): number {
  let count = 0;
  let at = from;
  let line = state[0]!;
  state[1] = from;
  state[2] = 0;
  while (count < maxRecords && at < to) {
    const recordStart = at;
    let flags = 0;
    let cells = 0;
    let slot = 2 * cellCount * count;
    const slotEnd = slot + 2 * cellCount;
    let byte = bytes[at]!;
    for (;;) {
      while (byte === BLANK || byte === TAB) byte = bytes[++at]!;
      if (byte === LF || byte === CR) break;
      const start = at;
      while (byte > BLANK && byte < 128) byte = bytes[++at]!;
      while (byte !== BLANK && byte !== TAB && byte !== LF && byte !== CR) {
        flags |= byte >= 128 ? HAS_NON_ASCII : byte < BLANK ? HAS_ESCAPES : 0;
        byte = bytes[++at]!;
      }
      cells++;
      if (slot < slotEnd) {
        bounds[slot] = start;
        bounds[slot + 1] = at;
        slot += 2;
      }
    }
    const recordEnd = at;
    if (at >= to) {
      if (final === 0) return count;
    } else {
      at++;
      if (byte === CR) {
        if (at === to && final === 0) return count;
        if (at < to && bytes[at] === LF) at++;
      }
    }
    if (recordEnd - recordStart > maxBytes) {
      state[2] = 1;
      return count;
    }
    const record = RECORD_STRIDE * count;
    records[record] = recordStart;
    records[record + 1] = recordEnd;
    records[record + 2] = cells;
    records[record + 3] = cells === 0 ? flags | HAS_ESCAPES : flags;
    records[record + 4] = line++;
    state[0] = line;
    state[1] = at;
    count++;
  }
  return count;
}

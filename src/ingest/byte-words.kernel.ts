/** Remembered words, and numbers kept of each: length + 1 (0 = none), five words of four bytes, id. */
const PLACES = 128;
const STRIDE = 8;
/** Length of the memory of {@link recallWordsInto}. */
export const MEMORY_SIZE = PLACES * STRIDE;
/** Cells up to this length are all in three words of four bytes, overlapping as they may. */
const SHORT = 12;
/** Cells up to this length are all in five. */
const LONGEST = 20;
/** Keeps the bytes of a word that belong to a cell of 0 to 3 bytes. */
const KEEP = Int32Array.of(0, 0xff, 0xffff, 0xff_ffff);

/**
 * Ids, by record, of the cells of `count` records listed in `wanted`, as far as remembered; -1 for the others. For columns of few
 * different words: one look at the cell, one at a memory that stays in the nearest cache.
 *
 * @returns 1 if there are others
 */
export function recallWordsInto(
  view: DataView,
  bounds: Int32Array,
  stride: number,
  cell: number,
  wanted: Int32Array,
  count: number,
  memory: Int32Array,
  ids: Int32Array,
): number {
  let missing = 0;
  for (let i = 0; i < count; i++) {
    const record = wanted[i]!;
    const bound = 2 * (stride * record + cell);
    const start = bounds[bound]!;
    const end = bounds[bound + 1]!;
    const length = end - start;
    const first = firstWord(view, start, length);
    const second = length < 4 ? 0 : view.getInt32(length < 8 ? end - 4 : start + 4, true);
    const last = length < 4 ? 0 : view.getInt32(end - 4, true);
    const place = placeOf(length, first, last);
    let differs =
      (memory[place]! ^ (length + 1)) |
      (memory[place + 1]! ^ first) |
      (memory[place + 2]! ^ second) |
      (memory[place + 3]! ^ last);
    if (length > SHORT) {
      differs |=
        (memory[place + 4]! ^ view.getInt32(start + 8, true)) | (memory[place + 5]! ^ view.getInt32(end - 8, true));
    }
    const id = differs === 0 ? memory[place + 6]! : -1;
    ids[record] = id;
    missing |= id;
  }
  return missing < 0 ? 1 : 0;
}

/** Remembers the id of a cell, in place of whatever was there. Long cells are not remembered. */
export function rememberWord(view: DataView, start: number, end: number, memory: Int32Array, id: number): void {
  const length = end - start;
  if (length > LONGEST) return;
  const first = firstWord(view, start, length);
  const last = length < 4 ? 0 : view.getInt32(end - 4, true);
  const place = placeOf(length, first, last);
  memory[place] = length + 1;
  memory[place + 1] = first;
  memory[place + 2] = length < 4 ? 0 : view.getInt32(length < 8 ? end - 4 : start + 4, true);
  memory[place + 3] = last;
  memory[place + 4] = length > SHORT ? view.getInt32(start + 8, true) : 0;
  memory[place + 5] = length > SHORT ? view.getInt32(end - 8, true) : 0;
  memory[place + 6] = id;
}

function firstWord(view: DataView, start: number, length: number): number {
  const word = view.getInt32(start, true);
  return length < 4 ? word & KEEP[length]! : word;
}

/** Where a cell with these contents is remembered. */
function placeOf(length: number, first: number, last: number): number {
  const hash = Math.imul(first, 0x9e37_79b1) ^ Math.imul(last, 0x85eb_ca6b) ^ Math.imul(length, 0x27d4_eb2f);
  return STRIDE * (((hash >>> 16) ^ (hash >>> 25)) & (PLACES - 1));
}

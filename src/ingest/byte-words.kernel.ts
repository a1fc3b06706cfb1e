/** Remembered words. So many places that two words of a column seldom want the same one. */
const PLACES = 512;
const PLACE_SHIFT = 23;
/** Numbers kept of each: length + 1 (0 = none), five words of four bytes, id. */
const STRIDE = 8;
/** Length of the memory of {@link recallWordsInto}. */
export const MEMORY_SIZE = PLACES * STRIDE;
/** Cells up to this length are all in three words of four bytes. */
const SHORT = 12;
/** Cells up to this length are all in five; longer ones are not remembered. */
const LONGEST = 20;
/** The view must see this many bytes from the start of every cell on, and every cell to its end. */
export const WORD_REACH = 20;

/**
 * What to keep of the words of a cell, by its length: {@link KEPT} numbers each, one per word. Masks in place of questions
 * about the length: lengths change from row to row, and a branch would often be guessed wrong.
 */
const KEPT = 5;
const KEEP = Int32Array.from({ length: KEPT * (LONGEST + 1) }, (_, i) => {
  const bytes = Math.floor(i / KEPT) - 4 * (i % KEPT);
  return bytes >= 4 ? -1 : bytes <= 0 ? 0 : (1 << (8 * bytes)) - 1;
});

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
    const length = bounds[bound + 1]! - start;
    let id = -1;
    if (length <= LONGEST) {
      const kept = KEPT * length;
      const first = view.getInt32(start, true) & KEEP[kept]!;
      const second = view.getInt32(start + 4, true) & KEEP[kept + 1]!;
      const third = view.getInt32(start + 8, true) & KEEP[kept + 2]!;
      const place = placeOf(length, first, second, third);
      let differs =
        (memory[place]! ^ (length + 1)) |
        (memory[place + 1]! ^ first) |
        (memory[place + 2]! ^ second) |
        (memory[place + 3]! ^ third);
      if (length > SHORT) {
        differs |= (memory[place + 4]! ^ view.getInt32(start + 12, true)) & KEEP[kept + 3]!;
        differs |= (memory[place + 5]! ^ view.getInt32(start + 16, true)) & KEEP[kept + 4]!;
      }
      if (differs === 0) id = memory[place + 6]!;
    }
    ids[record] = id;
    missing |= id;
  }
  return missing < 0 ? 1 : 0;
}

/** Remembers the id of a cell, in place of whatever was there. Long cells are not remembered. */
export function rememberWord(view: DataView, start: number, end: number, memory: Int32Array, id: number): void {
  const length = end - start;
  if (length > LONGEST) return;
  const kept = KEPT * length;
  const first = view.getInt32(start, true) & KEEP[kept]!;
  const second = view.getInt32(start + 4, true) & KEEP[kept + 1]!;
  const third = view.getInt32(start + 8, true) & KEEP[kept + 2]!;
  const place = placeOf(length, first, second, third);
  memory[place] = length + 1;
  memory[place + 1] = first;
  memory[place + 2] = second;
  memory[place + 3] = third;
  memory[place + 4] = view.getInt32(start + 12, true) & KEEP[kept + 3]!;
  memory[place + 5] = view.getInt32(start + 16, true) & KEEP[kept + 4]!;
  memory[place + 6] = id;
}

/** Where a cell with these contents is remembered. */
function placeOf(length: number, first: number, second: number, third: number): number {
  const mixed = Math.imul(first, 0x9e37_79b1) ^ Math.imul(second, 0x85eb_ca6b) ^ Math.imul(third + length, 0x27d4_eb2f);
  return STRIDE * (Math.imul(mixed ^ (mixed >>> 15), 0x2c1b_3c6d) >>> PLACE_SHIFT);
}

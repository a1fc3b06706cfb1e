export { AhoCorasick } from './aho-corasick.js';
export { BitSet } from './bit-set.js';
export { ByteInterner, KEY_SLACK, type KeyBytes, keyBytes } from './byte-interner.js';
export { type ColumnArray, GrowableColumn } from './growable-column.js';
export { groupByKeyInto } from './counting-sort.kernel.js';
export { groupByKey } from './group-by-key.js';
export { greatest, least } from './extremes.js';
export { MinHeap } from './heap.js';
export { lowerMedianOf, medianOf } from './median.js';
export { permuteColumn, permuteInto } from './permute-column.js';
export { type InternedKeys } from './interned-keys.js';
export { lowerBound, upperBound } from './sorted-search.js';
export { medianOfSorted, sortSegments } from './segments.js';
export { sortRunsByPair } from './sort-runs.js';
export { RankTable } from './rank-table.js';
export { sortPositions } from './radix-sort.js';
export { TextColumn, type TextPart } from './text-column.js';
export { TextInterner } from './text-interner.js';
export { UnionFind } from './union-find.js';
export {
  LEAST_EVENTS,
  MOST_CHANCE,
  testWeekdays,
  type WeekdayTest,
  weekdayOf,
  type WeeklyRhythm,
  weeklyRhythm,
} from './weekly-rhythm.js';

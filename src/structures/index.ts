export { BitSet } from './bit-set.js';
export { ByteInterner, KEY_SLACK, type KeyBytes, keyBytes } from './byte-interner.js';
export { type ColumnArray, GrowableColumn } from './growable-column.js';
export { groupByKeyInto } from './counting-sort.kernel.js';
export { MinHeap } from './heap.js';
export { sortPositions } from './radix-sort.js';
export { TextColumn } from './text-column.js';
export { TextInterner } from './text-interner.js';
export { UnionFind } from './union-find.js';

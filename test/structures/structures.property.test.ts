import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BitSet,
  ByteInterner,
  groupByKeyInto,
  GrowableColumn,
  MinHeap,
  sortPositions,
  TextColumn,
  TextInterner,
  UnionFind,
} from '../../src/structures/index.js';

const small = fc.nat(20);
const texts = fc.array(
  fc.oneof(fc.constantFrom('', 'a', 'b', '__proto__', 'constructor', 'ß€😀'), fc.string({ unit: 'binary' })),
  { maxLength: 40 },
);

describe('BitSet', () => {
  it('is a Set of numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(99))), (steps) => {
        const bits = new BitSet(100);
        const expected = new Set<number>();
        for (const [add, member] of steps) {
          if (add) bits.add(member);
          else bits.delete(member);
          if (add) expected.add(member);
          else expected.delete(member);
        }
        expect([...bits]).toEqual([...expected].sort((a, b) => a - b));
        expect(bits.count()).toBe(expected.size);
        expect(Array.from({ length: 100 }, (_, i) => bits.has(i))).toEqual(
          Array.from({ length: 100 }, (_, i) => expected.has(i)),
        );
      }),
    );
  });

  it('holds all of its range and nothing in an empty one', () => {
    const bits = new BitSet(65);
    for (let i = 0; i < 65; i++) bits.add(i);
    expect(bits.count()).toBe(65);
    expect([...new BitSet(0)]).toEqual([]);
  });
});

describe('MinHeap', () => {
  it('sorts by key, then item', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -3, max: 3 }), small)), (entries) => {
        const heap = new MinHeap();
        for (const [key, item] of entries) heap.push(key, item);
        expect(heap.size).toBe(entries.length);
        const expected = [...entries].sort(([a, x], [b, y]) => a - b || x - y);
        for (const [key, item] of expected) {
          expect(heap.peekKey()).toBe(key);
          expect(heap.pop()).toBe(item);
        }
        expect(heap.pop()).toBeUndefined();
        expect(heap.peekKey()).toBeUndefined();
      }),
    );
  });
});

describe('UnionFind', () => {
  it('agrees with merging lists, whatever the order of unions', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(small, small)), (unions) => {
        const sets = new UnionFind(21);
        let expected = Array.from({ length: 21 }, (_, i) => [i]);
        for (const [a, b] of unions) {
          const merged = expected.filter((set) => set.includes(a) || set.includes(b));
          expect(sets.union(a, b)).toBe(merged.length === 2);
          expected = [...expected.filter((set) => !merged.includes(set)), merged.flat()];
        }
        const groups = expected.map((set) => set.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
        expect(sets.groups()).toEqual(groups);
        expect(sets.groups(2)).toEqual(groups.filter((group) => group.length >= 2));
        for (const group of groups) for (const member of group) expect(sets.find(member)).toBe(group[0]);
      }),
    );
  });
});

describe('groupByKeyInto', () => {
  it('is a stable sort with borders', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5)), (values) => {
        const keys = Int32Array.from(values);
        const starts = new Int32Array(7).fill(9);
        const order = new Int32Array(keys.length);
        groupByKeyInto(keys, 6, starts, order);
        expect([...order]).toEqual([...values.keys()].sort((a, b) => values[a]! - values[b]! || a - b));
        for (let key = 0; key < 6; key++) {
          const slice = [...order.subarray(starts[key], starts[key + 1])];
          expect(slice).toEqual([...values.keys()].filter((i) => values[i] === key));
        }
      }),
    );
  });
});

describe('sortPositions', () => {
  it('is a stable sort by several unsigned keys', () => {
    const key = fc.oneof(fc.nat(3), fc.constantFrom(0xffff_ffff, 0x8000_0000, 0x1_0000, 0xffff));
    fc.assert(
      fc.property(fc.array(fc.tuple(key, key)), (pairs) => {
        const keys = [0, 1].map((i) => Uint32Array.from(pairs, (pair) => pair[i]!));
        const expected = [...pairs.keys()].sort(
          (a, b) => pairs[a]![0] - pairs[b]![0] || pairs[a]![1] - pairs[b]![1] || a - b,
        );
        expect([...sortPositions(pairs.length, keys)]).toEqual(expected);
      }),
    );
    expect([...sortPositions(3, [])]).toEqual([0, 1, 2]);
  });
});

describe('GrowableColumn', () => {
  it('is an array that grows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 })), (values) => {
        const column = new GrowableColumn(Int32Array, 1);
        for (const value of values) column.push(value);
        expect(column.length).toBe(values.length);
        expect([...column.finish()]).toEqual(values);
      }),
    );
  });

  it('makes room without growing longer', () => {
    const column = new GrowableColumn(Float64Array, 2);
    column.push(1.5);
    column.reserve(100);
    expect(column.length).toBe(1);
    expect(column.array.length).toBeGreaterThanOrEqual(101);
    expect(column.array[0]).toBe(1.5);
    const before = column.array;
    column.reserve(1);
    expect(column.array).toBe(before);
    expect(column.emptyCopy(3)).toEqual(new Float64Array(3));
  });
});

describe('interners', () => {
  it('number texts by first sight', () => {
    fc.assert(
      fc.property(texts, (words) => {
        const interner = new TextInterner();
        const distinct = [...new Set(words)];
        expect(words.map((word) => interner.intern(word))).toEqual(words.map((word) => distinct.indexOf(word)));
        expect(interner.texts()).toEqual(distinct);
        expect(interner.size).toBe(distinct.length);
        distinct.forEach((word, i) => {
          expect(interner.find(word)).toBe(i);
          expect(interner.text(i)).toBe(word);
        });
        expect(interner.find('never seen, surely')).toBeUndefined();
      }),
    );
  });

  it('number bytes under a tag like a Map of text', () => {
    const keys = fc.array(
      fc.tuple(fc.uint8Array({ maxLength: 9 }), fc.nat(2)).map(([bytes, tag]) => ({ bytes, tag })),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(keys, fc.nat(3), (entries, lead) => {
        const interner = new ByteInterner();
        const seen = new Map<string, number>();
        for (const { bytes, tag } of entries) {
          const padded = new Uint8Array(lead + bytes.length + 2).fill(7);
          padded.set(bytes, lead);
          const name = `${tag}:${bytes.join()}`;
          const known = seen.get(name);
          expect(interner.find(padded, lead, lead + bytes.length, tag)).toBe(known ?? -1);
          const id = interner.intern(padded, lead, lead + bytes.length, tag);
          expect(id).toBe(known ?? seen.size);
          seen.set(name, id);
          expect([...interner.bytes(id)]).toEqual([...bytes]);
          expect(interner.tag(id)).toBe(tag);
        }
        expect(interner.size).toBe(seen.size);
      }),
    );
  });

  it('keep their numbers while the table grows', () => {
    const interner = new ByteInterner();
    const encoder = new TextEncoder();
    const keyOf = (i: number): Uint8Array => encoder.encode(`account-${i % 5000}`);
    for (let i = 0; i < 20_000; i++) expect(interner.intern(keyOf(i), 0, keyOf(i).length, 0)).toBe(i % 5000);
    for (let i = 0; i < 5000; i++) expect(interner.find(keyOf(i), 0, keyOf(i).length, 0)).toBe(i);
    expect(interner.find(keyOf(1), 0, keyOf(1).length, 1)).toBe(-1);
  });
});

describe('TextColumn', () => {
  it('gives back what was appended and compares like code points', () => {
    const wellFormed = fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 });
    fc.assert(
      fc.property(wellFormed, (words) => {
        const column = new TextColumn();
        const encoder = new TextEncoder();
        words.forEach((word, i) => {
          const bytes = encoder.encode(word);
          if (i % 2 === 0) column.append(word);
          else column.appendBytes(bytes, 0, bytes.length);
        });
        expect(column.length).toBe(words.length);
        expect(words.map((_, i) => column.get(i))).toEqual(words);
        for (let a = 0; a < words.length; a++) {
          for (let b = 0; b < words.length; b++) {
            const expected = Buffer.compare(Buffer.from(words[a]!), Buffer.from(words[b]!));
            expect(Math.sign(column.compare(a, b))).toBe(expected);
          }
        }
      }),
    );
  });

  it('keeps a leading byte order mark and long texts', () => {
    const column = new TextColumn();
    column.append('x'.repeat(10_000));
    column.append('\uFEFFa');
    expect(column.get(0)).toHaveLength(10_000);
    expect(column.get(1)).toBe('\uFEFFa');
  });
});

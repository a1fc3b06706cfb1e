import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/foundation/index.js';
import {
  BitSet,
  ByteInterner,
  type ColumnArray,
  groupByKeyInto,
  GrowableColumn,
  KEY_SLACK,
  keyBytes,
  MinHeap,
  permuteColumn,
  sortPositions,
  sortRunsByPair,
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

describe('sortRunsByPair', () => {
  /** Few instants, so that there are runs of every length. */
  const rows = (largest: number): fc.Arbitrary<[number, number, number][]> =>
    fc.array(fc.tuple(fc.nat(2), fc.nat(largest), fc.nat(largest)), { maxLength: 60 });

  it.each([3, 0x7fff_ffff])('sorts runs and lists what still agrees, with values up to %i', (largest) => {
    fc.assert(
      fc.property(rows(largest), (given) => {
        const keys = [Uint32Array.from(given, ([key]) => key)];
        const first = Int32Array.from(given, ([, value]) => value);
        const second = Int32Array.from(given, ([, , value]) => value);
        const order = sortPositions(given.length, keys);
        const ties = sortRunsByPair(order, keys, first, second);
        const compare = (a: number, b: number): number =>
          keys[0]![a]! - keys[0]![b]! || first[a]! - first[b]! || second[a]! - second[b]!;
        const expected = [...given.keys()].sort((a, b) => compare(a, b) || a - b);
        expect([...order]).toEqual(expected);
        const borders = [0, ...expected.keys()].filter((i) => i === 0 || compare(expected[i - 1]!, expected[i]!) !== 0);
        const groups = [...new Set(borders)].map((start, i, all) => [start, all[i + 1] ?? given.length] as const);
        expect([...ties]).toEqual(groups.filter(([start, end]) => end - start > 1).flat());
      }),
    );
  });

  it('leaves nothing to do in an order without rows', () => {
    expect(sortRunsByPair(new Uint32Array(0), [], new Int32Array(0), new Int32Array(0))).toHaveLength(0);
  });
});

describe('permuteColumn', () => {
  it.each([Float64Array, Int32Array, Uint32Array, Uint16Array, Uint8Array])('moves a %p as an index would', (kind) => {
    const column = new GrowableColumn<ColumnArray>(kind, 1);
    const values = [200, 7, 0, 255, 3];
    for (const value of values) column.push(value);
    const order = Uint32Array.of(4, 0, 3);
    expect(permuteColumn(column, order)).toEqual(kind.from([3, 200, 255]));
    expect(permuteColumn(column, new Uint32Array(0))).toHaveLength(0);
    const into = new kind(3);
    expect(permuteColumn(column, order, into)).toBe(into);
    expect(into).toEqual(kind.from([3, 200, 255]));
  });

  it('keeps signs, fractions and NaN', () => {
    const doubles = new GrowableColumn(Float64Array);
    const words = new GrowableColumn(Int32Array);
    for (const value of [-1.5, NaN]) doubles.push(value);
    for (const value of [-1, -(2 ** 31)]) words.push(value);
    expect([...permuteColumn(doubles, Uint32Array.of(1, 0))]).toEqual([NaN, -1.5]);
    expect([...permuteColumn(words, Uint32Array.of(1, 0))]).toEqual([-(2 ** 31), -1]);
  });
});

describe('GrowableColumn', () => {
  it('appends stretches and repetitions', () => {
    const column = new GrowableColumn(Int32Array, 1);
    column.appendRange(Int32Array.of(1, 2, 3, 4), 1, 3);
    column.appendRepeated(9, 2);
    column.appendRepeated(9, 0);
    column.push(5);
    expect([...column.finish()]).toEqual([2, 3, 9, 9, 5]);
  });

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

  it('take keys in batches as they take them one by one', () => {
    const keys = fc.array(
      fc
        .tuple(fc.constantFrom(0, 0, 4, 8, 12), fc.uint8Array({ maxLength: 9, max: 3 }), fc.nat(1))
        .map(([lead, bytes, tag]) => ({ bytes: new Uint8Array([...new Uint8Array(lead), ...bytes]), tag })),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(keys, keys, (before, entries) => {
        const single = new ByteInterner();
        const batched = new ByteInterner();
        for (const interner of [single, batched]) {
          for (const { bytes, tag } of before) interner.intern(bytes, 0, bytes.length, tag);
        }
        const starts = new Int32Array(entries.length);
        const ends = new Int32Array(entries.length);
        let length = 0;
        entries.forEach(({ bytes }, i) => {
          starts[i] = length;
          ends[i] = length += bytes.length;
        });
        const pool = new Uint8Array(length + KEY_SLACK);
        entries.forEach(({ bytes }, i) => {
          pool.set(bytes, starts[i]);
        });
        const tags = Int32Array.from(entries, ({ tag }) => tag);
        const ids = new Int32Array(entries.length);
        batched.internBatch(keyBytes(pool), starts, ends, tags, entries.length, ids);
        expect([...ids]).toEqual(entries.map(({ bytes, tag }) => single.intern(bytes, 0, bytes.length, tag)));
        expect(batched.size).toBe(single.size);
      }),
    );
  });

  it('find in a large table what a map finds, numbers and values', () => {
    // So many keys that some have places side by side and the same bits of their hash in the index.
    const size = 150_000;
    const interner = new ByteInterner();
    const known = new Map<string, number>();
    const encoder = new TextEncoder();
    const random = createRandom(7);
    let hasMet = 0;
    for (let round = 0; round < 150; round++) {
      const texts = Array.from({ length: 2000 }, () => `${Math.floor(size * random())}`.padStart(9, 'x'));
      const bytes = encoder.encode(`${texts.join('')}....`);
      const starts = Int32Array.from(texts, (_, i) => 9 * i);
      const ends = starts.map((start) => start + 9);
      const [tags, ids, values] = [new Int32Array(2000), new Int32Array(2000), new Int32Array(2000)];
      interner.internBatch(keyBytes(bytes), starts, ends, tags, 2000, ids, values);
      const before = known.size;
      const expected = texts.map((text) => {
        const id = known.get(text) ?? known.size;
        known.set(text, id);
        return id;
      });
      expect([...ids]).toEqual(expected);
      expect([...values]).toEqual(expected.map((id) => (id < before ? 3 * id + 1 : 0)));
      hasMet += expected.filter((id) => id < before).length;
      for (let id = before; id < known.size; id++) interner.setValue(id, 3 * id + 1);
    }
    expect(interner.size).toBe(known.size);
    expect(hasMet).toBeGreaterThan(100_000);
  });

  it('give their bytes back as texts, ASCII or not', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), { maxLength: 20 }), (words) => {
        const interner = new ByteInterner();
        for (const word of words) {
          const bytes = new TextEncoder().encode(word);
          interner.intern(bytes, 0, bytes.length, 0);
        }
        expect(interner.texts()).toEqual(words);
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

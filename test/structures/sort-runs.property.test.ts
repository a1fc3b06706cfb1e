import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/foundation/index.js';
import {
  type ColumnArray,
  GrowableColumn,
  permuteColumn,
  sortPositions,
  sortRunsByPair,
} from '../../src/structures/index.js';

/** Few distinct values, so that runs are long and ties happen; `scale` makes pairs too large to be packed. */
const table = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(4), fc.nat(4)), { maxLength: 120 }),
    fc.constantFrom(1, 1000, 500_000_000),
  )
  .map(([rows, scale]) => ({
    keys: [0, 1].map((key) => Uint32Array.from(rows, (row) => row[key]!)),
    first: Int32Array.from(rows, (row) => row[2] * scale),
    second: Int32Array.from(rows, (row) => row[3] * scale),
    size: rows.length,
  }));

interface Table {
  readonly keys: readonly Uint32Array[];
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly size: number;
}

/** One key, so that runs are of any length, and values of any number of digits, from few to all of their kind. */
const longRuns: fc.Arbitrary<Table> = fc
  .record({
    size: fc.constantFrom(24, 25, 63, 200, 1000, 5000),
    most: fc.constantFrom(0, 3, 100, 70_000, 2 ** 31 - 1),
    keys: fc.constantFrom(1, 3),
    seed: fc.nat(1000),
  })
  .map(({ size, most, keys, seed }) => {
    const random = createRandom(seed);
    const values = (): Int32Array => Int32Array.from({ length: size }, () => Math.floor((most + 1) * random()));
    return {
      size,
      keys: [Uint32Array.from({ length: size }, () => keys * random())],
      first: values(),
      second: values(),
    };
  });

function checkSorted({ keys, first, second, size }: Table): void {
  const order = sortPositions(size, keys);
  const ties = [...sortRunsByPair(order, keys, first, second)];
  const columns = [...keys, first, second];
  const compare = (a: number, b: number): number =>
    columns.map((column) => column[a]! - column[b]!).find((difference) => difference !== 0) ?? 0;
  const expected = Array.from({ length: size }, (_, i) => i).sort((a, b) => compare(a, b) || a - b);
  expect([...order]).toEqual(expected);

  const inTie = expected.map((row, i) => i > 0 && compare(expected[i - 1]!, row) === 0);
  const expectedTies: number[] = [];
  for (let i = 0; i < size; i++) {
    if (!inTie[i] && inTie[i + 1] === true) expectedTies.push(i);
    if (inTie[i] === true && inTie[i + 1] !== true) expectedTies.push(i + 1);
  }
  expect(ties).toEqual(expectedTies);
}

describe('sortRunsByPair', () => {
  it('sorts by keys and pair, keeps the order of equals, and names the ties', () => {
    fc.assert(fc.property(table, checkSorted), { numRuns: 400 });
  });

  it('does so for long runs and for any number of digits', () => {
    fc.assert(fc.property(longRuns, checkSorted), { numRuns: 150 });
  });

  it('does nothing to an empty order', () => {
    expect([...sortRunsByPair(new Uint32Array(0), [], new Int32Array(0), new Int32Array(0))]).toEqual([]);
  });
});

describe('permuteColumn', () => {
  it('moves the entries of every kind of column, negative and large ones too', () => {
    const order = Uint32Array.of(2, 0, 3);
    const kinds: readonly [GrowableColumn<ColumnArray>, readonly number[]][] = [
      [new GrowableColumn(Float64Array), [0.5, -1, NaN, 2 ** 52]],
      [new GrowableColumn(Int32Array), [1, 2, -3, 4]],
      [new GrowableColumn(Uint32Array), [1, 2, 0xffff_ffff, 4]],
      [new GrowableColumn(Uint16Array), [1, 2, 0xffff, 4]],
      [new GrowableColumn(Uint8Array), [1, 2, 255, 4]],
    ];
    for (const [column, values] of kinds) {
      for (const value of values) column.push(value);
      expect([...permuteColumn(column, order)]).toEqual([values[2], values[0], values[3]]);
    }
  });
});

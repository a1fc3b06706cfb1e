import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RankTable } from '../../src/structures/index.js';

/** Few values, so that many are equal; neighbours of a float; and any size of number. */
const value = fc.oneof(
  fc.constantFrom(0, 1, 1 + Number.EPSILON, 1 - Number.EPSILON, 10, Number.MIN_VALUE, 2 ** 53, Number.MAX_VALUE),
  fc.double({ min: 0, noNaN: true }).map((given) => given + 0),
);

describe('RankTable', () => {
  it('counts what a look at every value counts, for values of the list and others', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), fc.array(value), (values, others) => {
        const table = new RankTable(Float64Array.from(values));
        expect(table.size).toBe(values.length);
        for (const asked of [...values, ...others, -1, NaN, Infinity]) {
          expect(table.countBelow(asked)).toBe(values.filter((given) => given < asked).length);
          expect(table.countUpTo(asked)).toBe(values.filter((given) => given <= asked).length);
        }
      }),
    );
  });

  it('counts many at once as it counts one', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 200 }), fc.array(value, { maxLength: 1500 }), (values, others) => {
        const table = new RankTable(Float64Array.from(values));
        const asked = Float64Array.from([...others, ...values, Infinity]);
        expect([...table.countEachBelow(asked)]).toEqual([...asked].map((given) => table.countBelow(given)));
      }),
    );
  });

  it('leaves the values as they are, in part of a longer buffer too', () => {
    const whole = Float64Array.of(9, 3, 1, 3, 2);
    const table = new RankTable(whole.subarray(1));
    expect(table.countUpTo(3)).toBe(4);
    expect(table.countBelow(3)).toBe(2);
    expect([...whole]).toEqual([9, 3, 1, 3, 2]);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { medianOf, medianOfSorted } from '../../src/structures/index.js';

const value = fc.oneof(
  fc.constantFrom(0, 1, 1 + Number.EPSILON, 10, Number.MIN_VALUE, 2 ** 53, Number.MAX_VALUE / 2),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((given) => given + 0),
);

it('is the median of the sorted values, which stay as they are', () => {
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), (list) => {
      const values = Float64Array.from(list);
      expect(medianOf(values)).toBe(medianOfSorted(values.slice().sort()));
      expect([...values]).toEqual(list);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flowsAmong } from '../../../src/typologies/alternatives/account-flows.js';

const rows = (most: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: most }).map((list) => list.sort((a, b) => a - b));

it('flows among rows are those whose row is one of them, whichever list is the longer', () => {
  const sizes = fc.constantFrom([200, 200], [4, 200], [200, 4], [20, 100]);
  const lists = sizes.chain(([flows, others]) => fc.tuple(rows(flows), rows(others)));
  fc.assert(
    fc.property(lists, ([own, among]) => {
      const flows = own.map((row) => ({ row, other: 0, timeMs: row, minor: 1, channel: 'wire' as const }));
      const wanted = new Set(among);
      expect(flowsAmong(flows, among)).toEqual(flows.filter(({ row }) => wanted.has(row)));
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CounterpartyLists } from '../../../src/typologies/common-beneficiary/counterparty-lists.js';
import { SharedLists } from '../../../src/typologies/common-beneficiary/shared-lists.js';
import { meanJaccard } from '../../../src/typologies/numbers/set-overlap.js';

const ACCOUNTS = 9;
const anySets = fc.array(
  fc.uniqueArray(fc.nat({ max: ACCOUNTS - 1 }), { maxLength: 6 }).map((set) => set.sort((a, b) => a - b)),
  { minLength: 2, maxLength: 6 },
);

it('some senders of a beneficiary overlap in shared lists as they do in full ones, to the last bit', () => {
  fc.assert(
    fc.property(anySets, fc.subarray([0, 1, 2, 3]), fc.nat({ max: 5 }), (sets, without, skipped) => {
      const lists = { of: (sender: number) => Int32Array.from(sets[sender]!) } as unknown as CounterpartyLists;
      const senders = sets.map((_, sender) => sender);
      const held = new Int32Array(ACCOUNTS);
      const leftOut = Uint8Array.from({ length: ACCOUNTS }, (_, member) => Number(without.includes(member)));
      const shared = new SharedLists(senders, lists, held, leftOut);
      expect(held).toEqual(new Int32Array(ACCOUNTS));
      const window = senders.filter((sender) => sender !== skipped);
      const full = window.map((sender) => lists.of(sender));
      const pruned = window.map((sender) => shared.listOf(sender));
      const sizes = window.map((sender) => shared.sizeOf(sender));
      for (const limits of [{}, { enoughAbove: 0.2 }, { maxPairs: 2 }]) {
        const expected = meanJaccard(full, { ...limits, held, leftOut });
        expect(meanJaccard(pruned, { ...limits, held, sizes })).toEqual(expected);
      }
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';

const START = 1_700_000_000_000;

/** A family of one of four towns pays A on a day, and B the rest after a gap. */
interface StagedFamily {
  readonly gap: number;
  readonly first: number;
  readonly rest: number;
}

const family: fc.Arbitrary<StagedFamily> = fc.record({
  gap: fc.integer({ min: 2, max: 45 }),
  first: fc.integer({ min: 1000, max: 1500 }),
  rest: fc.integer({ min: 1501, max: 4000 }),
});

function ledgerOf(families: readonly StagedFamily[]): TransferInput[] {
  const parts = families.flatMap(({ gap, first, rest }, i) => [
    pay(`family-${i}>A`, START + i * DAY_MS, `${first}`, { placeFrom: `town-${i % 4}` }),
    pay(`family-${i}>B`, START + (i + gap) * DAY_MS, `${rest}`, { placeFrom: `town-${i % 4}` }),
  ]);
  return [...parts, pay('B>machine', START + 99 * DAY_MS, '90000'), pay('A>other', START + 99 * DAY_MS, '90000')];
}

const subjectsOf = (id: string, transfers: readonly TransferInput[]): string[] =>
  findingsOfTypology(id, transfers)
    .filter(({ status }) => status === 'fired')
    .map(({ subjects }) => subjects.join());

describe('a fee in two parts to two collectors', () => {
  it('is seen from five families on, and one family more never takes it away', () => {
    fc.assert(
      fc.property(fc.array(family, { minLength: 3, maxLength: 10 }), (families) => {
        const seen = families.length >= 5;
        const transfers = ledgerOf(families);
        expect(subjectsOf('instalment-pair', transfers)).toEqual(seen ? ['A,B'] : []);
        expect(subjectsOf('common-beneficiary', transfers).includes('A')).toBe(seen);
      }),
      { numRuns: 100 },
    );
  });

  it('does not make those unrelated who share anything else', () => {
    fc.assert(
      fc.property(fc.array(family, { minLength: 5, maxLength: 10 }), (families) => {
        const shared = families.map((_, i) => pay(`family-${i}>club`, START + i * DAY_MS, '10'));
        expect(subjectsOf('common-beneficiary', [...ledgerOf(families), ...shared])).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

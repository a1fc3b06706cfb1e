import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureFlow } from '../../src/features/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { plainFeatures } from '../support/oracles/fee-flow-oracle.js';

const DAY = 86_400_000;
const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

const pair = { payer: fc.constantFrom(...ACCOUNTS), beneficiary: fc.constantFrom(...ACCOUNTS) };
const amount = fc.constantFrom('1', '2', '2.5', '10', '40', '300');

/** Single payments on a coarse grid of four days: instalments, ties and loops happen by themselves. */
const singles: fc.Arbitrary<TransferInput[]> = fc.array(
  fc.record({
    ...pair,
    timeMs: fc.integer({ min: 0, max: 24 }).map((sixth) => (sixth * DAY) / 6),
    amount,
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
  }),
  { maxLength: 30 },
);

/** Equal payments at equal gaps. */
const series: fc.Arbitrary<TransferInput[]> = fc
  .record({
    ...pair,
    amount,
    start: fc.integer({ min: 0, max: 3 }),
    gap: fc.integer({ min: 1, max: 2 }),
    count: fc.integer({ min: 2, max: 4 }),
  })
  .map(({ payer, beneficiary, amount: each, start, gap, count }) =>
    Array.from({ length: count }, (_, k) => ({
      payer,
      beneficiary,
      timeMs: (start + k * gap) * DAY,
      amount: each,
      currency: 'EUR',
    })),
  );

const transfersArbitrary = fc
  .tuple(singles, fc.array(series, { maxLength: 3 }))
  .map(([some, more]) => [...some, ...more.flat()]);

const close = (fast: ArrayLike<number>, slow: ArrayLike<number>, slack: number): void => {
  expect(fast.length).toBe(slow.length);
  for (let i = 0; i < slow.length; i++) expect(Math.abs(fast[i]! - slow[i]!)).toBeLessThanOrEqual(slack);
};

/** A payer whose payment of 100 one of 19 others reaches, and 7 of 25 in the file: (1 + 5 x 7/25) / 24 is a tenth but for rounding. */
function exactTenth(): TransferInput[] {
  const amounts = [100, 200, ...new Array<number>(18).fill(1)];
  const pay = (payer: string, beneficiary: string, amount: number, at: number): TransferInput => ({
    ...{ payer, beneficiary, amount: String(amount), currency: 'EUR' },
    timeMs: at * DAY,
  });
  return [
    ...amounts.map((amount, i) => pay('u', `v${i}`, amount, i)),
    ...[0, 1, 2, 3, 4].map((i) => pay(`p${i}`, `q${i}`, 100, 30 + i)),
  ];
}

describe('measureFlow equals its definition', () => {
  it('takes a tenth for a tenth, whatever rounding makes of it', () => {
    const { ledger } = createLedger(exactTenth());
    const { relations, exceptional } = measureFlow(buildTemporalGraph(ledger));
    const ofHundred = [...relations.payer.keys()].find(
      (r) => ledger.accounts.key(relations.beneficiary[r]!).account === 'v0',
    )!;
    expect(exceptional.ratio[ofHundred]).toBeCloseTo(0.1, 12);
    expect(exceptional.exceptional[ofHundred]).toBe(1);
  });

  it('in relations, ratios, tags and, to the rounding of minor units, marked money', () => {
    fc.assert(
      fc.property(transfersArbitrary, (transfers) => {
        const graph = buildTemporalGraph(createLedger(transfers).ledger);
        const fast = measureFlow(graph);
        const slow = plainFeatures(graph);
        for (const name of ['payer', 'beneficiary', 'transfers', 'occasions', 'firstMs', 'lastMs'] as const) {
          expect([...fast.relations[name]]).toEqual([...slow.relations[name]]);
        }
        for (const name of ['standing', 'regular', 'ofRow', 'outStarts', 'inStarts', 'occasionStarts'] as const) {
          expect([...fast.relations[name]]).toEqual([...slow.relations[name]]);
        }
        expect([...fast.relations.inRelations]).toEqual([...slow.relations.inRelations]);
        close(fast.relations.total, slow.relations.total, 1e-9);
        close(fast.relations.occasionValues, slow.relations.occasionValues, 1e-9);
        close(fast.exceptional.ratio, slow.exceptional.ratio, 1e-9);
        expect([...fast.exceptional.exceptional]).toEqual([...slow.exceptional.exceptional]);
        expect(fast.exceptional.share).toBeCloseTo(slow.exceptional.share, 12);

        // Every payment may round its mark by half a minor unit, and pass that on.
        const minor = Math.max(0, ...fast.units.perMinor);
        const slack = transfers.length * minor + 1e-9;
        for (const name of ['carried', 'markedIn', 'markedOut'] as const) {
          close(fast.marked[name], slow.marked[name], slack);
        }
        for (const name of ['totalIn', 'totalOut', 'standingIn'] as const)
          close(fast.marked[name], slow.marked[name], 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('has standing, regular and exceptional relations among what it draws', () => {
    const seen = { standing: 0, regular: 0, exceptional: 0, carried: 0 };
    for (const transfers of fc.sample(transfersArbitrary, { numRuns: 200, seed: 1 })) {
      const { relations, exceptional, marked } = measureFlow(buildTemporalGraph(createLedger(transfers).ledger));
      if (relations.standing.includes(1)) seen.standing++;
      if (relations.regular.includes(1)) seen.regular++;
      if (exceptional.exceptional.includes(1)) seen.exceptional++;
      if (marked.carried.some((value) => value > 0)) seen.carried++;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
  });
});

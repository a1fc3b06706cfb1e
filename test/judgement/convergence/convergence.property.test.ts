import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureFlow } from '../../../src/features/index.js';
import { createRandom, shuffle } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { type ConvergencePart, findConvergences } from '../../../src/judgement/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { renamed } from '../../support/small-ledgers.js';
import { feeWorld } from '../../support/fee-worlds.js';

const DAY = 86_400_000;

interface Summary {
  readonly verdict: string;
  readonly accounts: readonly string[];
  readonly payerCount: number;
  readonly parts: readonly {
    readonly name: string;
    readonly nats: number;
    readonly count: number;
    readonly of: number;
  }[];
}

/** All that a judgement says, free of node numbers. */
function summaryOf(transfers: readonly TransferInput[], nameOf = (name: string): string => name): Summary[] {
  const { ledger } = createLedger([...transfers]);
  const { convergences } = findConvergences(measureFlow(buildTemporalGraph(ledger)));
  const names = (nodes: readonly number[]): string =>
    nodes
      .map((node) => nameOf(ledger.accounts.key(node).account))
      .sort()
      .join();
  const partOf = ({ name, nats, fileRate }: ConvergencePart): Summary['parts'][number] => ({
    name,
    nats: Math.round(nats * 1e6) / 1e6,
    ...fileRate,
  });
  return convergences
    .map(({ verdict, receivers, gatherers, between, payerCount, parts }) => ({
      verdict,
      accounts: [names(receivers), names(gatherers), names(between)],
      payerCount,
      parts: parts.map(partOf),
    }))
    .sort((a, b) => (a.accounts.join('|') < b.accounts.join('|') ? -1 : 1));
}

const leadOf = (all: readonly Summary[]): Summary | undefined => all.find(({ verdict }) => verdict === 'lead');
const natsOf = (summary: Summary | undefined, part: string): number =>
  summary?.parts.find(({ name }) => name === part)?.nats ?? -Infinity;

const worldArbitrary = fc.record({
  seed: fc.integer({ min: 1, max: 40 }),
  planted: fc.constantFrom('fees', 'trade', 'both'),
});
const few = { numRuns: 6 };

describe('a judgement does not change', () => {
  it('when all amounts are scaled', () => {
    fc.assert(
      fc.property(worldArbitrary, fc.constantFrom(2, 10, 1000), (world, factor) => {
        const transfers = feeWorld(world);
        const scaled = transfers.map((one) => ({ ...one, amount: (Number(one.amount) * factor).toFixed(2) }));
        expect(summaryOf(scaled)).toEqual(summaryOf(transfers));
      }),
      few,
    );
  });

  it('when accounts get other names and rows another order', () => {
    fc.assert(
      fc.property(worldArbitrary, fc.integer({ min: 1, max: 1000 }), (world, seed) => {
        const transfers = feeWorld(world);
        const random = createRandom(seed);
        const names = [...new Set(transfers.flatMap(({ payer, beneficiary }) => [payer, beneficiary] as string[]))];
        const others = shuffle(
          names.map((_, at) => `n${at}`),
          random,
        );
        const there = new Map(names.map((name, at) => [name, others[at]!]));
        const back = new Map(names.map((name, at) => [others[at]!, name]));
        const changed = shuffle(renamed(transfers, there), random);
        expect(summaryOf(changed, (name) => back.get(name)!)).toEqual(summaryOf(transfers));
      }),
      few,
    );
  });

  it('when the file is moved in time', () => {
    fc.assert(
      fc.property(worldArbitrary, fc.integer({ min: 1, max: 4000 }), (world, days) => {
        const transfers = feeWorld(world);
        const moved = transfers.map((one) => ({ ...one, timeMs: one.timeMs + days * DAY + 3_600_000 }));
        expect(summaryOf(moved)).toEqual(summaryOf(transfers));
      }),
      few,
    );
  });

  it('when strangers who pay nobody here are added in a file of their own currency, but for the size of the file', () => {
    const transfers = feeWorld();
    const strangers = [1, 2, 3].map((day) => ({
      payer: `stranger-${day}`,
      beneficiary: `stranger-${day + 10}`,
      timeMs: day * DAY,
      amount: '50',
      currency: 'USD',
    }));
    const both = summaryOf([...transfers, ...strangers]);
    expect(both.map(({ accounts }) => accounts)).toEqual(summaryOf(transfers).map(({ accounts }) => accounts));
  });
});

describe('a judgement moves one way', () => {
  it('another payer of one exceptional sum never lowers what payers say', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 10, max: 100 }),
        fc.integer({ min: 0, max: 2 }),
        (seed, day, at) => {
          const transfers = feeWorld({ seed });
          const before = leadOf(summaryOf(transfers));
          const fee = {
            payer: 'newcomer',
            beneficiary: `collector-${at}`,
            timeMs: day * DAY,
            amount: '4400',
            currency: 'EUR',
          };
          const onward = {
            ...fee,
            payer: `collector-${at}`,
            beneficiary: 'controller',
            timeMs: day * DAY + 3_600_000,
            amount: '4050',
          };
          const after = leadOf(summaryOf([...transfers, fee, onward]));
          expect(natsOf(after, 'payers')).toBeGreaterThanOrEqual(natsOf(before, 'payers') - 1e-6);
          expect(after?.payerCount).toBe((before?.payerCount ?? 0) + 1);
        },
      ),
      few,
    );
  });

  it('another wage never raises passage and payroll together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (seed, people) => {
        let transfers: readonly TransferInput[] = feeWorld({ seed });
        let before = Infinity;
        for (let person = 0; person < people; person += 3) {
          const all = summaryOf(transfers);
          const own = all.find(({ accounts }) => accounts[0]!.includes('controller'));
          const sum = natsOf(own, 'passage') + natsOf(own, 'payroll');
          expect(sum).toBeLessThanOrEqual(before + 1e-6);
          before = sum;
          const wages = [0, 1, 2].flatMap((more) =>
            [20, 50, 80, 110].map((day) => ({
              payer: 'controller',
              beneficiary: `worker-${person + more}`,
              timeMs: day * DAY,
              amount: '1200',
              currency: 'EUR',
            })),
          );
          transfers = [...transfers, ...wages];
        }
      }),
      few,
    );
  });

  it('small purchases do not take a gatherer out until they are most of its flow', () => {
    const transfers = feeWorld({ seed: 2, passed: 0.8 });
    const purchases = (count: number): TransferInput[] =>
      Array.from({ length: count }, (_, at) => ({
        payer: 'collector-1',
        beneficiary: `shop-${at % 12}`,
        timeMs: (10 + (at % 100)) * DAY,
        amount: '20',
        currency: 'EUR',
      }));
    const gatherers = (count: number): string =>
      leadOf(summaryOf([...transfers, ...purchases(count)]))?.accounts[1] ?? '';
    for (const count of [0, 10, 40, 80]) expect(gatherers(count)).toContain('collector-1');
  });
});

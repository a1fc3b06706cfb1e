import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type Finding } from '../../../src/evidence/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { escrowHoldRelease } from '../../../src/typologies/escrow-hold-release/escrow-hold-release.js';
import { type DetectorRun, runDetector } from '../../../src/typologies/index.js';
import { contextOf } from '../../support/detection-context.js';
import { findingsOf } from '../../support/detector-contract.js';

function pay(payer: string, beneficiary: string, day: number, cents: number): TransferInput {
  const amount = (cents / 100).toFixed(2);
  return { payer, beneficiary, timeMs: day * DAY_MS, amount, currency: 'USD' };
}

/** One family hands a sum to the holder, who pays it on to the receiver in these parts, all `lag` days later. */
function held(family: string, day: number, cents: number, parts: readonly number[], lag = 10): TransferInput[] {
  return [pay(family, 'holder', day, cents), ...parts.map((part, i) => pay('holder', 'receiver', day + lag + i, part))];
}

/** Three sums of 1,000.00, 2,000.00 and 4,000.00, released at 95 %. */
const three = [
  ...held('a', 0, 100_000, [95_000]),
  ...held('b', 4, 200_000, [190_000]),
  ...held('c', 8, 400_000, [380_000]),
];

function run(transfers: readonly TransferInput[], parameters: Record<string, number> = {}): DetectorRun {
  return runDetector(contextOf(transfers), escrowHoldRelease, parameters);
}

function find(transfers: readonly TransferInput[], parameters: Record<string, number> = {}): readonly Finding[] {
  return findingsOf(run(transfers, parameters));
}

function measured(finding: Finding | undefined, name: string): number | string | undefined {
  return finding?.measured.find((one) => one.name === name)?.value;
}

function plain({ rows, strength, measured: all }: Finding): unknown {
  return { rows: [...rows], strength, all };
}

describe('escrow-hold-release', () => {
  it('measures releases, commission, lags and time held', () => {
    const [finding, ...more] = find(three);
    expect(more).toEqual([]);
    expect(measured(finding, 'releases')).toBe(3);
    expect(measured(finding, 'estimatedCommission')).toBeCloseTo(0.05, 9);
    expect(measured(finding, 'medianLagDays')).toBe(10);
    expect(measured(finding, 'receiverShare')).toBe(1);
    expect(measured(finding, 'heldShare')).toBe(1);
    expect(measured(finding, 'heldAmount')).toBe('7000');
    expect(measured(finding, 'releasedAmount')).toBe('6650');
    expect(finding).toMatchObject({ strength: 0.6, subjects: [expect.any(Number)] });
    expect(finding?.payers).toHaveLength(3);
    expect(finding?.receivers).toHaveLength(1);
  });

  it.each([
    ['less than one commission', 90_000, 1],
    ['one cent beyond it', 89_999, 0],
    ['all of it', 100_000, 1],
    ['more than came in', 100_001, 0],
  ])('takes a debit of %s', (_, cents, count) => {
    const same = ['a', 'b', 'c'].flatMap((family, i) => held(family, i * 100, 100_000, [cents]));
    expect(find(same, { minHeldShare: 0.1 })).toHaveLength(count);
  });

  it('asks for one commission: shares at most 0.02 from their median', () => {
    const last = (cents: number): TransferInput[] => [...three.slice(0, 4), ...held('c', 8, 400_000, [cents])];
    expect(find(last(388_000))).toHaveLength(1);
    expect(find(last(388_001))).toEqual([]);
    expect(find(last(372_000))).toHaveLength(1);
    expect(find(last(371_999))).toEqual([]);
  });

  it.each([
    [90, 1],
    [90.01, 0],
    [3, 1],
    [2.99, 0],
  ])('takes a lag of %d days: %d', (lag, count) => {
    expect(find([...three.slice(0, 4), ...held('c', 8, 400_000, [380_000], lag)])).toHaveLength(count);
  });

  it('counts families, not payers: two who paid each other before are one', () => {
    expect(find([...three, pay('a', 'b', -1, 500)])).toEqual([]);
    expect(find([...three, pay('a', 'b', -181, 500)])).toHaveLength(1);
    expect(find([...three.slice(0, 4), ...held('b', 8, 400_000, [380_000])])).toEqual([]);
  });

  it('asks that releases make half of what the receiver is paid meanwhile', () => {
    const aside = (cents: number, day = 12): TransferInput => pay('holder', 'receiver', day, cents);
    expect(find([...three, aside(665_000)])).toHaveLength(1);
    expect(find([...three, aside(665_001)])).toEqual([]);
    expect(find([...three, aside(665_001, 19)])).toHaveLength(1);
  });

  it('asks that something is held half of the time', () => {
    const late = (day: number): TransferInput[] => [...three.slice(0, 4), ...held('c', day, 400_000, [380_000])];
    // Held for 14 days, then nothing until the third sum, held for 10.
    expect(find(late(38))).toHaveLength(1);
    expect(find(late(38.01))).toEqual([]);
  });

  it('does not take money that goes back to who paid it for a release', () => {
    expect(find(three.map((one) => (one.payer === 'holder' ? { ...one, beneficiary: 'a' } : one)))).toEqual([]);
  });

  it('looks past hubs: they neither hold, pay nor receive', () => {
    expect(findingsOf(runDetector(contextOf(three), escrowHoldRelease))).toHaveLength(1);
    for (const hub of ['holder', 'receiver', 'a']) {
      expect(findingsOf(runDetector(contextOf(three, { hubs: [hub] }), escrowHoldRelease))).toEqual([]);
    }
  });

  it('knows releases in two and three parts beside whole ones, not in four', () => {
    const parts = (...cents: number[]): TransferInput[] => [...three.slice(0, 4), ...held('c', 8, 400_000, cents)];
    expect(measured(find(parts(190_001, 189_999))[0], 'releases')).toBe(3);
    expect(find(parts(150_000, 150_000, 80_000))[0]?.rows).toHaveLength(8);
    expect(find(parts(95_001, 94_999, 95_002, 94_998))).toEqual([]);
    expect(find(parts(180_000, 180_000))).toEqual([]);
    // The last part comes too late.
    expect(find([...parts(190_001), pay('holder', 'receiver', 98.01, 189_999)])).toEqual([]);
  });

  it('is exact in currencies with amounts beyond 2^53', () => {
    const wide = (last: bigint): TransferInput[] =>
      ['a', 'b', 'c'].flatMap((payer, i) => {
        const paid = { payer, beneficiary: 'holder', timeMs: i * DAY_MS, amount: `${10n ** 18n}`, currency: 'XWD' };
        const amount = `${i === 2 ? last : 9n * 10n ** 17n}`;
        return [paid, { ...paid, payer: 'holder', beneficiary: 'receiver', timeMs: paid.timeMs + 5 * DAY_MS, amount }];
      });
    expect(find(wide(9n * 10n ** 17n))).toHaveLength(1);
    expect(find(wide(9n * 10n ** 17n - 1n))).toEqual([]);
  });

  describe('against chance', () => {
    /** Many sums, no two alike, each released a few days later; releases are spread over half a year. */
    const many = Array.from({ length: 12 }, (_, i) =>
      held(`family-${i}`, i * 15, 100_000 + i * i * 9_000, [95_000 + i * i * 8_550], 9),
    ).flat();

    it('is full where shuffled times hardly ever do as well', () => {
      const [finding] = find(many);
      expect(finding?.strength).toBe(1);
      expect(finding).not.toHaveProperty('mayBeChance');
      expect(measured(finding, 'chance')).toBeLessThanOrEqual(0.001);
      expect(measured(finding, 'chanceAmongAllTested')).toBe(measured(finding, 'chance'));
    }, 20_000);

    it('allows for the number of holders tested', () => {
      // Beside forty holders whose equal sums chance releases as well, the one that beats it must beat it by more.
      const alike = Array.from({ length: 40 }, (_, holder) =>
        Array.from({ length: 12 }, (_, i) => held(`family-${holder}-${i}`, i * 5, 100_000, [95_000]))
          .flat()
          .map((one) => ({
            ...one,
            payer: one.payer === 'holder' ? `holder-${holder}` : one.payer,
            beneficiary: one.beneficiary === 'holder' ? `holder-${holder}` : `receiver-${holder}`,
          })),
      ).flat();
      const [finding, ...more] = find([...many, ...alike]);
      expect(more).toEqual([]);
      const chance = Number(measured(finding, 'chance'));
      expect(measured(finding, 'chanceAmongAllTested')).toBeCloseTo(41 * chance, 12);
    }, 20_000);

    it('is reduced with fewer than twelve debits, where chance is not asked', () => {
      const [finding] = find(many.slice(0, 22));
      expect(finding).toMatchObject({ strength: 0.6, mayBeChance: true });
      expect(measured(finding, 'chance')).toBeUndefined();
    });

    it('tells equal fees by their rhythm: releases that follow the sums, whatever the order', () => {
      // Irregular days; each sum is released after 8 to 12 days.
      const days = [
        0, 1, 3, 11, 12, 20, 33, 34, 35, 50, 52, 70, 71, 88, 90, 91, 110, 125, 126, 127, 140, 151, 163, 164,
      ];
      const fees = days.map((day, i) => held(`family-${i}`, day, 100_000, [95_000], 8 + ((i * 7) % 5))).flat();
      const [finding] = find(fees);
      expect(finding).toMatchObject({ strength: 1 });
      expect(finding).not.toHaveProperty('mayBeChance');
      expect(measured(finding, 'releases')).toBe(24);
      // The same releases at the times of somebody else's journeys.
      const unlike = days.map((day, i) => [
        pay(`family-${i}`, 'holder', day, 100_000),
        pay('holder', 'receiver', 20 + 7 * i + ((i * 5) % 6), 95_000),
      ]);
      expect(find(unlike.flat())).toEqual([]);
    }, 20_000);

    it('is no shop where families wire their sums: held money never leaves at once', () => {
      const wired = Array.from({ length: 30 }, (_, i) =>
        held(`family-${i}`, i * 6, 100_000 + i * i * 9_000, [95_000 + i * i * 8_550], 9),
      )
        .flat()
        .map((one) => ({ ...one, channel: 'wire' as const }));
      expect(find(wired)).toMatchObject([{ status: 'fired', strength: 1 }]);
    }, 20_000);

    it('reports nothing where chance does as well, unless asked to', () => {
      // Equal sums: whichever debit releases whichever credit, shuffling their times changes little.
      const alike = Array.from({ length: 12 }, (_, i) => held(`family-${i}`, i * 5, 100_000, [95_000])).flat();
      expect(find(alike)).toEqual([]);
      const [finding] = find(alike, { whereChanceDoesAsWell: 1 });
      expect(finding).toMatchObject({ strength: 0.6, mayBeChance: true });
      expect(measured(finding, 'chance')).toBeGreaterThan(0.01);
    });
  });

  it('finds the same whatever the limit, as far as it comes to an end', () => {
    const payment = fc.record({
      who: fc.constantFrom('a', 'b', 'c', 'd'),
      day: fc.integer({ min: 0, max: 30 }),
      cents: fc.constantFrom(100_000, 150_000, 200_000),
    });
    const release = fc.record({
      to: fc.constantFrom('receiver', 'other'),
      day: fc.integer({ min: 3, max: 60 }),
      cents: fc.constantFrom(95_000, 100_000, 142_500, 47_500),
    });
    const lane = fc.tuple(
      fc.array(payment, { minLength: 3, maxLength: 12 }),
      fc.array(release, { minLength: 3, maxLength: 16 }),
    );
    fc.assert(
      fc.property(lane, fc.integer({ min: 1, max: 600 }), ([credits, debits], maxPairs) => {
        const told = [
          ...credits.map(({ who, day, cents }) => pay(who, 'holder', day, cents)),
          ...debits.map(({ to, day, cents }) => pay('holder', to, day, cents)),
        ];
        // Fewer debits than are tested for chance, which has a limit of its own.
        const whole = run(told, { minDebits: 50 });
        const some = run(told, { minDebits: 50, maxPairs });
        const isOpen = some.detection.status === 'evaluated' && some.detection.remarks.length > 0;
        expect(whole.detection).toMatchObject({ remarks: [] });
        if (isOpen) expect(findingsOf(some)).toEqual([]);
        else expect(findingsOf(some).map(plain)).toEqual(findingsOf(whole).map(plain));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves an account open that has too many possible releases, and says so', () => {
    const { detection } = run(three, { maxPairs: 2 });
    expect(detection).toMatchObject({
      findings: { items: [], complete: false, stoppedBy: 'maxPairs 2' },
      remarks: ['1 accounts have too many possible releases to compare and were left open.'],
    });
  });

  it('leaves accounts open once the steps of all accounts are used up', () => {
    const many = Array.from({ length: 12 }, (_, holder) =>
      three.map((transfer): TransferInput => ({
        ...transfer,
        payer: `${transfer.payer as string} ${holder}`,
        beneficiary: `${transfer.beneficiary as string} ${holder}`,
      })),
    ).flat();
    const least = Array.from({ length: 300 }, (_, steps) => steps + 1);
    const maxPairs = least.find((steps) => findingsOf(run(three, { maxPairs: steps })).length === 1)!;
    const short = run(many, { maxPairs, maxStepsPerTransfer: 1 });
    expect(limitMet(short)).toBe('maxStepsPerTransfer 1');
    expect(findingsOf(short).length).toBeGreaterThanOrEqual(1);
    expect(findingsOf(short).length).toBeLessThan(12);
    expect(findingsOf(run(many, { maxPairs })).length).toBe(12);
  });
});

function limitMet({ detection }: DetectorRun): string | undefined {
  return detection.status === 'evaluated' ? detection.findings.stoppedBy : undefined;
}

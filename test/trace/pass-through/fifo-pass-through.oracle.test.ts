import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import {
  dwellMs,
  dwellQuantile,
  type FifoLane,
  matchPassThrough,
  outRatio,
  sumMinor,
  uncensoredCredits,
} from '../../../src/trace/index.js';
import { leastOpeningUnits, matchUnits } from '../../support/oracles/fifo-units.js';

type Ties = 'strict' | 'same-instant-allowed';
type Shortfall = 'born-now' | 'minimal-opening';

function laneOf(
  credits: readonly (readonly [number, number])[],
  debits: readonly (readonly [number, number])[],
  ties: Ties,
  options: { factor?: bigint; maxDwellMs?: number; shortfall?: Shortfall } = {},
): FifoLane {
  const factor = options.factor ?? 1n;
  const one = (payer: string, beneficiary: string, [units, timeMs]: readonly [number, number]): TransferInput => ({
    payer,
    beneficiary,
    timeMs,
    amount: String(BigInt(units) * factor),
    currency: 'EUR',
  });
  const { ledger } = createLedger([
    ...credits.map((credit, i) => one(`in${String(i).padStart(3, '0')}`, 'm', credit)),
    ...debits.map((debit, i) => one('m', `out${String(i).padStart(3, '0')}`, debit)),
  ]);
  const { maxDwellMs = Infinity, shortfall = 'born-now' } = options;
  const [lane] = matchPassThrough(
    buildTemporalGraph(ledger),
    ledger.accounts.find({ institution: '', account: 'm' })!,
    {
      ties,
      maxDwellMs,
      shortfall,
    },
  );
  return lane!;
}

/** Pieces as [dwell, amount]. */
function pieces(lane: FifoLane): [number, bigint][] {
  return Array.from(lane.pieceCredit, (_, i) => [dwellMs(lane, i), BigInt(lane.pieceMinor[i]!)]);
}

const CREDITS = [
  [100, 0],
  [50, 10],
  [70, 30],
] as const;
const DEBITS = [
  [60, 5],
  [80, 12],
  [40, 30],
  [30, 50],
] as const;

describe('matchPassThrough, published oracle', () => {
  it('matches strictly', () => {
    const lane = laneOf(CREDITS, DEBITS, 'strict');
    expect(pieces(lane)).toEqual([
      [5, 60n],
      [12, 40n],
      [2, 40n],
      [20, 10n],
      [20, 30n],
    ]);
    expect(sumMinor(lane.pieceMinor)).toBe(180n);
    expect(dwellQuantile(lane, 0.5)).toBe(5);
    expect(dwellQuantile(lane, 0.9)).toBe(20);
    expect([...lane.unmatchedMinor].map(Number)).toEqual([0, 0, 30, 0]);
    expect(sumMinor(lane.keptMinor)).toBe(40n);
    const mean = pieces(lane).reduce((sum, [dwell, amount]) => sum + dwell * Number(amount), 0) / 180;
    expect(mean).toBeCloseTo(83 / 9, 12);
  });

  it('matches with the same instant allowed', () => {
    const lane = laneOf(CREDITS, DEBITS, 'same-instant-allowed');
    expect(pieces(lane)).toContainEqual([0, 30n]);
    expect(sumMinor(lane.pieceMinor)).toBe(210n);
    expect(sumMinor(lane.unmatchedMinor)).toBe(0n);
    expect(sumMinor(lane.keptMinor)).toBe(10n);
  });

  it('gives quantiles of what was passed on, infinite where nothing was', () => {
    const lane = laneOf([[100, 0]], [[50, 4]], 'strict');
    expect(dwellQuantile(lane, 0.5)).toBe(4);
    expect(dwellQuantile(lane, 1)).toBe(4);
    expect(dwellQuantile(laneOf([[1, 0]], [], 'strict'), 0.5)).toBe(Infinity);
    expect(() => dwellQuantile(lane, 2)).toThrow(expect.objectContaining({ code: 'option-range' }));
  });

  it('gives the out-ratio up to an instant, inclusive', () => {
    const lane = laneOf(CREDITS, DEBITS, 'strict');
    expect(outRatio(lane, 12)).toEqual({ creditedMinor: 220n, passedMinor: 140n });
    expect(outRatio(lane, 11)).toEqual({ creditedMinor: 220n, passedMinor: 60n });
    expect(outRatio(lane, 100, { from: 1, to: 2 })).toEqual({ creditedMinor: 50n, passedMinor: 50n });
    expect(outRatio(lane, 100, { from: 3, to: 3 })).toEqual({ creditedMinor: 0n, passedMinor: 0n });
  });

  it('leaves out credits that are too young at the end', () => {
    const lane = laneOf(CREDITS, DEBITS, 'strict');
    expect(uncensoredCredits(lane, 20, 50)).toBe(3);
    expect(uncensoredCredits(lane, 21, 50)).toBe(2);
    expect(uncensoredCredits(lane, 60, 50)).toBe(0);
  });
});

describe('matchPassThrough, opening balance', () => {
  it('lets the least opening balance leave first', () => {
    // 60 + 80 + 40 against 100 + 50 leave 30 to have been there before: the 60 are half opening, half the first credit.
    const lane = laneOf(CREDITS, DEBITS, 'strict', { shortfall: 'minimal-opening' });
    expect(pieces(lane)).toEqual([
      [5, 30n],
      [12, 70n],
      [2, 10n],
      [20, 40n],
      [20, 30n],
    ]);
    expect([...lane.unmatchedMinor].map(Number)).toEqual([30, 0, 0, 0]);
    expect(sumMinor(lane.keptMinor)).toBe(40n);
  });

  it('is what an account is taken to have had, unless one asks otherwise', () => {
    const { ledger } = createLedger([
      { payer: 'a', beneficiary: 'm', timeMs: 0, amount: '5' },
      { payer: 'm', beneficiary: 'z', timeMs: 1, amount: '5' },
      { payer: 'm', beneficiary: 'z', timeMs: 2, amount: '7' },
    ]);
    const graph = buildTemporalGraph(ledger);
    const m = ledger.accounts.find({ institution: '', account: 'm' })!;
    expect([...matchPassThrough(graph, m)[0]!.unmatchedMinor]).toEqual([5, 2]);
    expect([...matchPassThrough(graph, m, { shortfall: 'born-now' })[0]!.unmatchedMinor]).toEqual([0, 7]);
    const odd = { shortfall: 'none' as 'born-now' };
    expect(() => matchPassThrough(graph, m, odd)).toThrow(expect.objectContaining({ code: 'pass-through-shortfall' }));
    const loose = { ties: 'loose' as 'strict' };
    expect(() => matchPassThrough(graph, m, loose)).toThrow(expect.objectContaining({ code: 'pass-through-ties' }));
    for (const wrong of [{ maxDwellMs: NaN }, { maxDwellMs: -5 }, { leastCredits: -1 }, { leastDebits: NaN }]) {
      expect(() => matchPassThrough(graph, m, wrong)).toThrow(expect.objectContaining({ code: 'option-range' }));
    }
  });
});

describe('matchPassThrough, laws', () => {
  const side = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 })), { maxLength: 7 });
  const byTime = (events: [number, number][]): [number, number][] => [...events].sort((a, b) => a[1] - b[1]);

  it('agrees with the unit-by-unit oracle, in both number types', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.constantFrom<Ties>('strict', 'same-instant-allowed'),
        fc.constantFrom(0, 2, Infinity),
        fc.constantFrom<Shortfall>('born-now', 'minimal-opening'),
        (someCredits, someDebits, ties, maxDwellMs, shortfall) => {
          if (someCredits.length + someDebits.length === 0) return;
          const credits = byTime(someCredits);
          const debits = byTime(someDebits);
          const toEvent = ([units, timeMs]: [number, number]): { units: number; timeMs: number } => ({ units, timeMs });
          const same = ties === 'same-instant-allowed';
          const [into, out] = [credits.map(toEvent), debits.map(toEvent)];
          const openingUnits = shortfall === 'born-now' ? 0 : leastOpeningUnits(into, out, same);
          // Single amounts fit into doubles with the second factor, their sums do not; with the third, nothing does.
          for (const factor of [1n, 10n ** 15n, 10n ** 25n]) {
            const lane = laneOf(credits, debits, ties, { factor, maxDwellMs, shortfall });
            // Names ascend with positions, so the ledger keeps the order given here.
            expect([lane.creditRows.length, lane.debitRows.length]).toEqual([credits.length, debits.length]);
            const expected = matchUnits(into, out, same, { maxAgeMs: maxDwellMs, openingUnits });
            const got = new Map(
              Array.from(lane.pieceCredit, (credit, i) => [
                `${credit}>${lane.pieceDebit[i]!}`,
                Number(BigInt(lane.pieceMinor[i]!) / factor),
              ]),
            );
            expect(got).toEqual(new Map(expected));
            const credited = sumMinor(lane.creditMinor);
            expect(sumMinor(lane.pieceMinor) + sumMinor(lane.keptMinor)).toBe(credited);
            expect(sumMinor(lane.pieceMinor) + sumMinor(lane.unmatchedMinor)).toBe(sumMinor(lane.debitMinor));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('matchPassThrough, data', () => {
  it('keeps currencies apart, skips self-transfers and uses what was received', () => {
    const { ledger } = createLedger([
      {
        payer: 'a',
        beneficiary: 'm',
        timeMs: 0,
        amount: '100',
        currency: 'EUR',
        receivedAmount: '110.5',
        receivedCurrency: 'USD',
      },
      { payer: 'm', beneficiary: 'm', timeMs: 1, amount: '5', currency: 'USD' },
      { payer: 'm', beneficiary: 'z', timeMs: 2, amount: '100', currency: 'USD' },
      { payer: 'm', beneficiary: 'z', timeMs: 2, amount: '7', currency: 'EUR' },
      { payer: 'm', beneficiary: 'y', timeMs: 3 },
    ]);
    const graph = buildTemporalGraph(ledger);
    const lanes = matchPassThrough(graph, ledger.accounts.find({ institution: '', account: 'm' })!);
    expect(lanes.map((lane) => ledger.currencies[lane.currency]!.code)).toEqual(['EUR', 'USD']);
    expect([...lanes[0]!.unmatchedMinor]).toEqual([7]);
    expect([...lanes[1]!.pieceMinor]).toEqual([1000]);
    expect([...lanes[1]!.keptMinor]).toEqual([105]);
    expect(matchPassThrough(graph, ledger.accounts.find({ institution: '', account: 'y' })!)).toEqual([]);
  });

  it('compares days by number where only days are known', () => {
    const day = 86_400_000;
    const { ledger } = createLedger([
      { payer: 'a', beneficiary: 'm', timeMs: 10 * day + 3_600_000, amount: '5' },
      { payer: 'm', beneficiary: 'z', timeMs: 12 * day, amount: '5', precision: 'day' },
    ]);
    const graph = buildTemporalGraph(ledger);
    const [lane] = matchPassThrough(graph, ledger.accounts.find({ institution: '', account: 'm' })!);
    expect(lane!.wholeDays).toBe(true);
    expect(dwellMs(lane!, 0)).toBe(2 * day);
    expect(uncensoredCredits(lane!, 2 * day, 12 * day + 5)).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { Budget, createRandom, DAY_MS, shuffle } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { type FifoLane, matchPassThrough } from '../../../src/trace/index.js';
import { runDetectors } from '../../../src/typologies/index.js';
import { shuffleChance } from '../../../src/typologies/numbers/shuffle-chance.js';
import { costsInTime } from '../../../src/typologies/escrow-hold-release/timed-pairs.js';
import { exactShare } from '../../../src/typologies/numbers/exact-share.js';
import { leastCostMatching } from '../../../src/typologies/escrow-hold-release/least-cost-matching.js';
import { releaseChance } from '../../../src/typologies/escrow-hold-release/release-chance.js';
import { ReleaseSearch } from '../../../src/typologies/escrow-hold-release/release-search.js';
import { contextOf } from '../../support/detection-context.js';
import { findingsOf } from '../../support/detector-contract.js';

/** A dozen sums held for 30 days each, and many debits of one cent to others. */
function heldAmongCents(cents: number): TransferInput[] {
  const pay = (payer: string, beneficiary: string, day: number, amount: number): TransferInput => ({
    ...{ payer, beneficiary, timeMs: Math.floor(day * DAY_MS), amount: amount.toFixed(2), currency: 'EUR' },
  });
  const sums = Array.from({ length: 12 }, (_, i) => [
    pay(`family${i}`, 'holder', 40 * i, 1000 + 100 * i),
    pay('holder', 'receiver', 40 * i + 30, 950 + 95 * i),
  ]).flat();
  const small = Array.from({ length: cents }, (_, i) => pay('holder', `x${i % 50}`, (480 * i) / cents + 0.001, 0.01));
  return [...sums, ...small];
}

function laneOf(transfers: readonly TransferInput[]): FifoLane {
  const graph = buildTemporalGraph(createLedger(transfers).ledger);
  return matchPassThrough(graph, graph.ledger.accounts.find({ institution: '', account: 'holder' })!)[0]!;
}

describe('releaseChance', () => {
  it('is about what shuffling the times of all debits gives', () => {
    const lane = laneOf(heldAmongCents(24));
    const maxCommission = exactShare(0.1);
    const lags = { minLagMs: 3 * DAY_MS, maxLagMs: 90 * DAY_MS };
    const rule = {
      ...lags,
      maxCommission,
      maxSpread: exactShare(0.02),
      lagCost: 0.1,
      maxParts: 3,
      mayRelease: () => true,
    };
    const search = new ReleaseSearch(lane, rule);
    const usual = { receivedMinor: 100n, paidMinor: 95n };
    const pairs = search.near(usual, () => true, new Budget('pairs', 1e9))!;
    const count = (times: ArrayLike<number>): number =>
      leastCostMatching(costsInTime(pairs, times, new Budget('pairs', 1e9))!, new Budget('pairs', 1e9))!.filter(
        (one) => one >= 0,
      ).length;
    const random = createRandom(7);
    const observed = count(lane.debitTimeMs);
    const counts = Array.from({ length: 4000 }, () => count(shuffle([...lane.debitTimeMs], random)));
    const asGood = counts.filter((one) => one >= observed).length / counts.length;
    const chance = releaseChance(search, usual, () => true, { budget: new Budget('pairs', 1e9), mostChance: 0.01 })!;
    expect(observed).toBe(12);
    expect(asGood).toBeLessThan(0.02);
    expect(Math.abs(chance - asGood)).toBeLessThan(0.01);
  });

  it('meets its budget where matching every shuffle would meet it', () => {
    const lane = laneOf(heldAmongCents(24));
    const search = new ReleaseSearch(lane, {
      ...{ minLagMs: 3 * DAY_MS, maxLagMs: 90 * DAY_MS, maxCommission: exactShare(0.1), maxSpread: exactShare(0.02) },
      ...{ lagCost: 0.1, maxParts: 3, mayRelease: () => true },
    });
    const usual = { receivedMinor: 100n, paidMinor: 95n };
    // All shuffles matched, none settled by bounds: p-value and units taken from the budget.
    const matchAll = (limit: number): number | undefined => {
      const budget = new Budget('pairs', limit);
      const pairs = search.near(usual, () => true, budget)?.compact();
      if (pairs === undefined) return undefined;
      const count = (at: ArrayLike<number>): number | undefined => {
        const graph = costsInTime(pairs, at, budget);
        return graph && leastCostMatching(graph, budget)?.filter((one) => one !== -1).length;
      };
      const observed = count(Float64Array.from(pairs.debits, (debit) => lane.debitTimeMs[debit]!));
      const random = createRandom(1);
      const pool = lane.debitTimeMs.slice();
      return shuffleChance(() => {
        if (observed === undefined || !budget.spend(pairs.debits.length)) return undefined;
        for (let i = 0; i < pairs.debits.length; i++) {
          const j = i + Math.floor(random() * (pool.length - i));
          [pool[i], pool[j]] = [pool[j]!, pool[i]!];
        }
        const shuffled = count(pool.subarray(0, pairs.debits.length));
        return shuffled === undefined ? undefined : shuffled >= observed;
      }, 0.01);
    };
    for (const limit of [50, 500, 5_000, 20_000, 40_000, 50_000, 60_000, 100_000, 300_000, 500_000, 1e9]) {
      const budget = new Budget('pairs', limit);
      expect(releaseChance(search, usual, () => true, { budget, mostChance: 0.01 })).toBe(matchAll(limit));
    }
    expect(matchAll(20_000)).toBeUndefined();
    expect(matchAll(1e9)).toBeDefined();
  });

  it('does not grow with debits that release nothing', () => {
    // Minutes when each of a thousand shuffles or more moves every debit.
    const [run] = runDetectors(contextOf(heldAmongCents(100_000)), { only: ['escrow-hold-release'] });
    expect(findingsOf(run!)).toHaveLength(1);
    expect(findingsOf(run!)[0]!.measured.find(({ name }) => name === 'releases')?.value).toBe(12);
  }, 60_000);
});

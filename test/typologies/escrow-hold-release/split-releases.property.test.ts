import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../../src/foundation/index.js';
import { type FifoLane } from '../../../src/trace/index.js';
import { type Release } from '../../../src/typologies/escrow-hold-release/hold-releases.js';
import { ReleaseSearch } from '../../../src/typologies/escrow-hold-release/release-search.js';
import { isNear } from '../../../src/typologies/escrow-hold-release/release-share.js';
import { splitReleases } from '../../../src/typologies/escrow-hold-release/split-releases.js';
import { exactShare } from '../../../src/typologies/numbers/exact-share.js';

const RULE = {
  minLagMs: 2,
  maxLagMs: 8,
  maxCommission: exactShare(0.1),
  maxSpread: exactShare(0.02),
  lagCost: 0.1,
  mayRelease: (credit: number, debit: number) => (credit + debit) % 7 !== 0,
};
const USUAL = { receivedMinor: 100n, paidMinor: 95n };

/** One side of a lane: amounts by time. */
const side = (amounts: readonly number[], length: number): fc.Arbitrary<[number, number][]> =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.constantFrom(...amounts)), { maxLength: length });

function laneOf(
  credits: readonly (readonly [number, number])[],
  debits: readonly (readonly [number, number])[],
  minor: (amounts: readonly number[]) => Float64Array | bigint[],
): FifoLane {
  const [received, paid] = [credits, debits].map((rows) => [...rows].sort(([left], [right]) => left - right));
  return {
    creditTimeMs: Float64Array.from(received!, ([time]) => time),
    debitTimeMs: Float64Array.from(paid!, ([time]) => time),
    creditMinor: minor(received!.map(([, amount]) => amount)),
    debitMinor: minor(paid!.map(([, amount]) => amount)),
  } as unknown as FifoLane;
}

/** All sets of two or more positions in ascending order, those that start alike in the order of what follows. */
function setsOf(positions: readonly number[], most: number): number[][] {
  const from = (start: number, room: number): number[][] =>
    room === 0 ? [] : positions.slice(start).flatMap((one, i) => [[one], ...from(start + i + 1, room - 1).map((rest) => [one, ...rest])]); // prettier-ignore
  return from(0, most).filter((set) => set.length > 1);
}

/** By trying every set for every credit. */
function slowly(search: ReleaseSearch): Release[] {
  const { lane, rule } = search;
  const free = new Set(lane.debitTimeMs.keys());
  return [...lane.creditTimeMs.keys()].flatMap((credit) => {
    const receivedMinor = BigInt(lane.creditMinor[credit]!);
    const lagOf = (debit: number): number => lane.debitTimeMs[debit]! - lane.creditTimeMs[credit]!;
    const fits = (debit: number): boolean => lagOf(debit) >= 2 && lagOf(debit) <= 8 && rule.mayRelease(credit, debit);
    let best: { readonly release: Release; readonly cost: number } | undefined;
    for (const debits of setsOf([...free].filter(fits), rule.maxParts)) {
      const paidMinor = debits.reduce((sum, debit) => sum + BigInt(lane.debitMinor[debit]!), 0n);
      const release = { credit, debits, receivedMinor, paidMinor };
      if (paidMinor > receivedMinor || 10n * paidMinor < 9n * receivedMinor) continue;
      if (!isNear(release, USUAL, rule.maxSpread)) continue;
      const cost = search.cost(receivedMinor, paidMinor, lagOf(debits.at(-1)!));
      if (best === undefined || cost < best.cost) best = { release, cost };
    }
    for (const debit of best?.release.debits ?? []) free.delete(debit);
    return best === undefined ? [] : [best.release];
  });
}

describe('splitReleases', () => {
  it('finds what trying every set finds, in doubles and in exact integers, at the same cost to the budget', () => {
    const credits = side([100, 200], 6);
    const debits = side([20, 30, 31, 32, 45, 47, 48, 95, 150], 9);
    let found = 0;
    fc.assert(
      fc.property(credits, debits, fc.integer({ min: 1, max: 4 }), (paidIn, paidOut, maxParts) => {
        const answers = [
          (all: readonly number[]) => Float64Array.from(all),
          (all: readonly number[]) => all.map(BigInt),
        ];
        const [doubles, integers] = answers.map((minor) => {
          const search = new ReleaseSearch(laneOf(paidIn, paidOut, minor), { ...RULE, maxParts });
          const budget = new Budget('sets', 1e6);
          const { lane } = search;
          const releases = splitReleases(
            search,
            USUAL,
            [...lane.creditTimeMs.keys()],
            [...lane.debitTimeMs.keys()],
            budget,
          );
          expect(releases).toEqual(slowly(search));
          found += releases!.length;
          return budget.left;
        });
        expect(doubles).toBe(integers);
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('gives up when its budget is spent, at the same set whichever the numbers', () => {
    const rows = Array.from({ length: 8 }, (_, i) => [4 + (i % 3), 32] as const);
    const spent = [(all: readonly number[]) => Float64Array.from(all), (all: readonly number[]) => all.map(BigInt)].map(
      (minor) => {
        const search = new ReleaseSearch(laneOf([[1, 100]], rows, minor), { ...RULE, maxParts: 3 });
        const budget = new Budget('sets', 42);
        expect(splitReleases(search, USUAL, [0], [...rows.keys()], budget)).toBeUndefined();
        return budget.left;
      },
    );
    expect(spent).toEqual([-3, -3]);
  });
});

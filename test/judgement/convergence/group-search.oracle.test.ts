import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowFeatures, measureFacts, measureFlow } from '../../../src/features/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { findConduits } from '../../../src/judgement/convergence/conduits.js';
import { resolveConvergenceParameters } from '../../../src/judgement/convergence/convergence-parameters.js';
import { GroupSearch, type MeetingGroup } from '../../../src/judgement/convergence/group-search.js';
import { createLedger } from '../../../src/ledger/index.js';
import { type PlainGroup, plainGroups } from '../../support/oracles/fee-flow-groups.js';

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];

interface DrawnRelation {
  readonly from: number;
  readonly to: number;
  readonly total: number;
  readonly isTagged: boolean;
  readonly carriedPart: number;
}

const payer = fc.integer({ min: 0, max: 3 });
const collector = fc.integer({ min: 4, max: 7 });
const carrier = fc.integer({ min: 8, max: 9 });
const end = fc.integer({ min: 8, max: 11 });
const anybody = fc.integer({ min: 0, max: 11 });

function relationsBetween(
  from: fc.Arbitrary<number>,
  to: fc.Arbitrary<number>,
  options: {
    readonly isTagged: fc.Arbitrary<boolean>;
    readonly carriedPart: fc.Arbitrary<number>;
    readonly least: number;
    readonly most: number;
    readonly total: readonly number[];
  },
): fc.Arbitrary<DrawnRelation[]> {
  const { isTagged, carriedPart, least, most, total } = options;
  return fc.array(fc.record({ from, to, total: fc.constantFrom(...total), isTagged, carriedPart }), {
    minLength: least,
    maxLength: most,
  });
}

/** Twelve accounts: four pay, four gather, two carry, two receive, mostly; and anything between anybody. */
const relationsArbitrary: fc.Arbitrary<DrawnRelation[]> = fc
  .tuple(
    relationsBetween(payer, collector, {
      isTagged: fc.constantFrom(true, true, true, false),
      carriedPart: fc.constantFrom(0, 0, 1),
      least: 8,
      most: 16,
      total: [1, 2],
    }),
    relationsBetween(collector, end, {
      isTagged: fc.constantFrom(false, false, true),
      carriedPart: fc.constantFrom(1, 1, 0.5),
      least: 4,
      most: 9,
      total: [3, 5],
    }),
    relationsBetween(carrier, end, {
      isTagged: fc.constant(false),
      carriedPart: fc.constantFrom(1, 0.7),
      least: 0,
      most: 4,
      total: [5, 10],
    }),
    relationsBetween(anybody, anybody, {
      isTagged: fc.constantFrom(false, false, true),
      carriedPart: fc.constantFrom(0, 0, 0.3, 1),
      least: 0,
      most: 5,
      total: [1, 2, 5],
    }),
  )
  .map((drawn) => {
    const byPair = new Map(
      drawn
        .flat()
        .filter(({ from, to }) => from !== to)
        .map((one) => [12 * one.from + one.to, one]),
    );
    return [...byPair].sort(([a], [b]) => a - b).map(([, one]) => one);
  });

/** Features in which only what groups look at is filled in. */
function featuresOf(drawn: readonly DrawnRelation[]): FlowFeatures {
  const inputs = drawn.map(({ from, to }, at) => ({
    payer: NAMES[from]!,
    beneficiary: NAMES[to]!,
    timeMs: at,
    amount: '1',
    currency: 'EUR',
  }));
  // One transfer from each account to itself, so that every name is an account, in order.
  const all = NAMES.map((name) => ({ payer: name, beneficiary: name, timeMs: 0, amount: '1', currency: 'EUR' }));
  const measured = measureFlow(buildTemporalGraph(createLedger([...all, ...inputs]).ledger));
  const sumBy = (end: 'from' | 'to', value: (one: DrawnRelation) => number): Float64Array =>
    Float64Array.from(NAMES, (_, account) =>
      drawn.filter((one) => one[end] === account).reduce((sum, one) => sum + value(one), 0),
    );
  const carried = ({ total, carriedPart }: DrawnRelation): number => total * carriedPart;
  return {
    ...measured,
    relations: { ...measured.relations, total: Float64Array.from(drawn, ({ total }) => total) },
    exceptional: {
      ...measured.exceptional,
      exceptional: Uint8Array.from(drawn, ({ isTagged }) => Number(isTagged)),
      share: drawn.filter(({ isTagged }) => isTagged).length / Math.max(1, drawn.length),
    },
    marked: {
      carried: Float64Array.from(drawn, carried),
      markedIn: sumBy('to', (one) => (one.isTagged ? one.total : carried(one))),
      markedOut: sumBy('from', carried),
      totalIn: sumBy('to', ({ total }) => total),
      totalOut: sumBy('from', ({ total }) => total),
      standingIn: new Float64Array(NAMES.length),
    },
  };
}

const plain = (groups: readonly MeetingGroup[]): PlainGroup[] =>
  groups
    .map(({ meetings, members }) => ({ meetings, members: [...members].sort((a, b) => a - b) }))
    .sort((a, b) => a.meetings[0]!.receiver - b.meetings[0]!.receiver);

describe('GroupSearch equals brute force on twelve accounts', () => {
  const values = resolveConvergenceParameters();

  it('with all receivers, and after some were dropped', () => {
    fc.assert(
      fc.property(relationsArbitrary, fc.integer({ min: 0, max: 11 }), (drawn, aside) => {
        const features = featuresOf(drawn);
        const search = new GroupSearch(features, findConduits(features, measureFacts(features)), values);
        expect(plain(search.groups())).toEqual(plainGroups(features));
        search.drop([aside]);
        expect(plain(search.groups())).toEqual(plainGroups(features, new Set([aside])));
      }),
      { numRuns: 400 },
    );
  });

  it('on drawings of which enough have groups, some of several receivers, some with conduits between', () => {
    const seen = { groups: 0, several: 0, between: 0, none: 0 };
    for (const drawn of fc.sample(relationsArbitrary, { numRuns: 400, seed: 1 })) {
      const groups = plainGroups(featuresOf(drawn));
      if (groups.length === 0) seen.none++;
      else seen.groups++;
      if (groups.some(({ meetings }) => meetings.length > 1)) seen.several++;
      if (groups.some(({ meetings }) => meetings.some(({ between }) => between.length > 0))) seen.between++;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });
});

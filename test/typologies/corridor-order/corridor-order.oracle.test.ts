import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { DETECTORS, runDetector } from '../../../src/typologies/index.js';
import {
  countOrderInto,
  longestWay,
  type OrderPairs,
} from '../../../src/typologies/corridor-order/order-pairs.kernel.js';
import { contextOf } from '../../support/detection-context.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOf } from '../../support/detector-contract.js';
import { corridorOrder, type OracleEvent } from '../../support/oracles/corridor-order.js';

const START = 1_700_000_000_000;
const DETECTOR = DETECTORS.find(({ id }) => id === 'corridor-order')!;
/** Central Mediterranean: three positions; Japan is on no corridor. */
const COUNTRIES = ['NG', 'LY', 'IT', 'JP'] as const;
const WIDE_OPEN = { minGamma: 0.01, mostChance: 1, mostFalseShare: 1 };

interface Payment {
  readonly family: string | undefined;
  readonly day: number;
  readonly position: number;
}

const payment = (families: readonly (string | undefined)[]): fc.Arbitrary<Payment> =>
  fc.record({
    family: fc.constantFrom(...families),
    day: fc.constantFrom(0, 1, 2, 5, 30, 31, 33, 60),
    position: fc.constantFrom(0, 0, 1, 1, 2, 2, 3),
  });

/** Few events, so that every order can be gone through: three or four families with two each, or anybody with anything. */
const stories: fc.Arbitrary<Payment[]> = fc.oneof(
  fc
    .tuple(
      ...['a', 'b', 'c'].map((family) => fc.array(payment([family]), { minLength: 2, maxLength: 3 })),
      fc.array(payment(['d', undefined]), { maxLength: 2 }),
    )
    .map((lists) => lists.flat()),
  fc.array(payment(['a', 'b', 'c', 'd', undefined]), { minLength: 3, maxLength: 6 }),
);

/** Payments to and from one account, in cash; the corridor lies where money is handed in and where it is paid out. */
function measuredOf(story: readonly Payment[]): Map<string, number | string> | undefined {
  const transfers = story.map(({ family, day, position }, i) => {
    const route = family === undefined ? `account>receiver-${i}` : `${family}>account`;
    const [here, there] = [COUNTRIES[position]!, 'JP'];
    const countries =
      family === undefined ? { countryFrom: there, countryTo: here } : { countryFrom: here, countryTo: there };
    return pay(route, START + day * DAY_MS, '100.00', { ...countries, id: `${i}` });
  });
  const run = runDetector(contextOf(transfers), DETECTOR, WIDE_OPEN);
  if (run.detection.status !== 'evaluated') return undefined;
  const found = findingsOf(run).filter(({ measured }) => measured[0]!.name.includes('central-med '));
  expect(found.length).toBeLessThanOrEqual(1);
  return found[0] && new Map(found[0].measured.map(({ name, value }) => [name, value]));
}

describe('corridor order', () => {
  it('is what the definition says, with a p-value near that of all orders', () => {
    let compared = 0;
    fc.assert(
      fc.property(stories, (story) => {
        const events: OracleEvent[] = story.filter(({ position }) => position < 3);
        const wandering = ['a', 'b', 'c', 'd'].filter(
          (name) => new Set(events.filter(({ family }) => family === name).map(({ position }) => position)).size > 1,
        );
        // Else there are too many orders to go through.
        fc.pre(wandering.length >= 3 || events.length <= 6);
        const expected = corridorOrder(events, 3);
        const measured = measuredOf(story);
        if (expected === undefined || expected.gamma < 0.01) {
          expect(measured).toBeUndefined();
          return;
        }
        compared++;
        expect(measured?.get(expected.withinFamilies ? 'pairsWithinFamilies' : 'pairsOfAll')).toBe(expected.pairs);
        expect(measured?.get('gamma')).toBe(expected.gamma);
        expect(measured?.get('coverage')).toBe(expected.coverage);
        expect(measured?.get('payerFamilies')).toBe(expected.families);
        const error = Math.sqrt((expected.chance * (1 - expected.chance)) / 999);
        expect(Math.abs(Number(measured?.get('chance')) - expected.chance)).toBeLessThan(5 * error + 0.001);
      }),
      { numRuns: 400 },
    );
    expect(compared).toBeGreaterThan(30);
  });

  it('counts pairs in a sliding window as one by one', () => {
    const event = fc.record({ day: fc.integer({ min: 0, max: 70 }), position: fc.nat(4), group: fc.nat(2) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const sorted = [...events].sort((a, b) => a.group - b.group || a.day - b.day);
        const starts = [0, 1, 2, 3].map((group) => sorted.filter((one) => one.group < group).length);
        const columns = {
          timeMs: Float64Array.from(sorted, ({ day }) => day * DAY_MS),
          position: Uint8Array.from(sorted, ({ position }) => position),
          groupStarts: Int32Array.from(starts),
          positionCount: 5,
          maxLagMs: 30 * DAY_MS,
        };
        const pairs: OrderPairs = { forward: -1, backward: -1 };
        countOrderInto(columns, columns.position, new Int32Array(5), pairs);
        const all = sorted.flatMap((one) => sorted.map((two) => [one, two] as const));
        const near = all.filter(
          ([one, two]) => one.group === two.group && one.day < two.day && two.day - one.day <= 30,
        );
        expect(pairs.forward).toBe(near.filter(([one, two]) => one.position < two.position).length);
        expect(pairs.backward).toBe(near.filter(([one, two]) => one.position > two.position).length);
      }),
    );
  });

  it('covers as much as the longest way on which times and positions rise', () => {
    const event = fc.record({ day: fc.nat(6), position: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 9 }), (events) => {
        const from = (start: { day: number; position: number }): number =>
          1 + Math.max(0, ...events.filter((e) => e.day > start.day && e.position > start.position).map(from));
        const times = Float64Array.from(events, ({ day }) => day);
        const positions = Uint8Array.from(events, ({ position }) => position);
        expect(longestWay(times, positions, 5)).toBe(Math.max(0, ...events.map(from)));
      }),
    );
  });
});

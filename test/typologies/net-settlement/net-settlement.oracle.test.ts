import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';
import { type OraclePayment, settledSets } from '../../support/oracles/net-settlement.js';

const names = fc.constantFrom('a', 'b', 'c', 'd');
const payments: fc.Arbitrary<OraclePayment[]> = fc.array(
  fc.tuple(names, names, fc.nat(20), fc.integer({ min: 1, max: 2 })),
  { minLength: 1, maxLength: 24 },
);

it('finds the sets of accounts that the definition names, and no others', () => {
  let hits = 0;
  fc.assert(
    fc.property(payments, fc.nat(12), (edges, windowDays) => {
      const others = edges.filter(([from, to]) => from !== to);
      fc.pre(others.length > 0);
      const turnover = new Map<string, number>();
      for (const [from, to, , amount] of others) {
        turnover.set(from, (turnover.get(from) ?? 0) + amount);
        turnover.set(to, (turnover.get(to) ?? 0) + amount);
      }
      const sorted = [...turnover.values()].sort((a, b) => a - b);
      const days = others.map(([, , day]) => day);
      const length = Math.max(...days) - Math.min(...days);
      const usual = sorted[(sorted.length - 1) >> 1]! * (length > windowDays ? windowDays / length : 1);
      const rule = { windowDays, minSpanDays: 2, minTransfers: 1, maxNetShare: 0.1, leastGross: usual };
      const found = findingsOfTypology(
        'net-settlement',
        others.map(([from, to, day, amount]) => pay(`${from}>${to}`, day * DAY_MS, String(amount))),
        { parameters: { windowDays, minSpanDays: 2, minTransfers: 1, minTurnover: 1 } },
      );
      const sets = new Set(found.map(({ subjects }) => subjects.join()));
      if (windowDays === 0 && length > 0) expect(sets.size).toBe(0);
      else expect(sets).toEqual(settledSets(others, rule));
      hits += sets.size;
    }),
    { numRuns: 300 },
  );
  // Some of the small worlds hold a settlement at all.
  expect(hits).toBeGreaterThan(0);
});

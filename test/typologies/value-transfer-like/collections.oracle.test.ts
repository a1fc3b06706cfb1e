import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';
import { collections, type OracleRemittance } from '../../support/oracles/value-transfer-like.js';

const payers = ['a', 'b', 'c', 'd', 'e', 'f'];
const payment: fc.Arbitrary<OracleRemittance> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      from: fc.constantFrom(...payers),
      to: fc.constantFrom('v', 'w'),
      day: fc.nat(30),
      amount: fc.integer({ min: 1, max: 4 }),
      abroad: fc.constant(false),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      from: fc.constantFrom('v', 'w'),
      to: fc.constantFrom('x', 'y', 'z', 'v'),
      day: fc.nat(30),
      amount: fc.integer({ min: 1, max: 9 }),
      abroad: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      from: fc.constantFrom(...payers),
      to: fc.constantFrom(...payers),
      day: fc.nat(10),
      amount: fc.constant(1),
      abroad: fc.constant(false),
    }),
  },
);

it('finds the fullest window of the accounts that the definition names, and no others', () => {
  let hits = 0;
  fc.assert(
    fc.property(
      fc.array(payment, { minLength: 1, maxLength: 24 }),
      fc.record({
        windowDays: fc.integer({ min: 5, max: 30 }),
        minFamilies: fc.integer({ min: 1, max: 4 }),
        maxGini: fc.integer({ min: 1, max: 9 }),
        minCreditsPerDebit: fc.integer({ min: 1, max: 3 }),
      }),
      (payments, rule) => {
        const found = findingsOfTypology(
          'value-transfer-like',
          payments.map(({ from, to, day, amount, abroad }) =>
            pay(`${from}>${to}`, day * DAY_MS, String(amount), { countryFrom: 'AA', countryTo: abroad ? 'BB' : 'AA' }),
          ),
          { parameters: { ...rule, maxGini: rule.maxGini / 10, largestReceivers: 2 } },
        );
        const counts = new Map(found.map(({ subjects, measured }) => [subjects.join(), measured.get('families')]));
        expect(counts).toEqual(collections(payments, rule));
        hits += found.length;
      },
    ),
    { numRuns: 500 },
  );
  expect(hits).toBeGreaterThan(20);
});

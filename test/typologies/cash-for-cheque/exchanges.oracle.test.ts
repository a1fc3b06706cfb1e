import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';
import { mostExchanges, type OracleSlip } from '../../support/oracles/cash-for-cheque.js';

const slip: fc.Arbitrary<OracleSlip> = fc.record({
  from: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  to: fc.constantFrom('a', 'b', 'x', 'y', 'z'),
  day: fc.nat(16),
  amount: fc.constantFrom(9, 10, 11),
  channel: fc.constantFrom('cash', 'cheque', 'cheque', 'wire'),
});
/** Mostly around one account, so that pairs come about. */
const around: fc.Arbitrary<OracleSlip> = fc.oneof(
  slip.map((one): OracleSlip => ({ ...one, to: 'b', channel: 'cash' })),
  slip.map((one): OracleSlip => ({ ...one, from: 'b', channel: 'cheque' })),
  slip,
);

it('finds as many pairs in a window as can be made, for each account', () => {
  let hits = 0;
  fc.assert(
    fc.property(
      fc.array(around, { minLength: 1, maxLength: 14 }),
      fc.record({ windowDays: fc.nat(12), maxDwellDays: fc.nat(5), strangerDays: fc.nat(10) }),
      (slips, rule) => {
        const found = findingsOfTypology(
          'cash-for-cheque',
          slips.map(({ from, to, day, amount, channel }) =>
            pay(`${from}>${to}`, day * DAY_MS, String(amount), { channel }),
          ),
          { parameters: { ...rule, minPairs: 1 } },
        );
        const counts = new Map(
          found.map(({ subjects, measured }) => [subjects.join(), measured.get('pairsOfCashAndCheque')]),
        );
        expect(counts).toEqual(mostExchanges(slips, rule));
        hits += found.length;
      },
    ),
    { numRuns: 500 },
  );
  expect(hits).toBeGreaterThan(50);
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { exactShare } from '../../../src/typologies/numbers/exact-share.js';
import { findRefundLoops } from '../../../src/typologies/refund-loop/refund-search.js';
import { pay } from '../../support/detector-examples/pay.js';
import { contextOf } from '../../support/detection-context.js';
import { type OraclePayment } from '../../support/oracles/net-settlement.js';
import { refundLoops } from '../../support/oracles/refund-loops.js';

const MIN_REFUND = 0.7;
const RULE = { minPersons: 2, minRateRatio: 1.5 };
const MAX_DAYS = 20;

type Made = readonly [from: string, to: string, amount: number];

/** What one person does: pays the college or not, pays some agents, and is paid back in one way or none. */
const person = fc.record({
  pays: fc.constantFrom(0, 1, 1, 2),
  agents: fc.subarray(['x', 'y']),
  back: fc.constantFrom('', 'self', 'self', 'x', 'y'),
  share: fc.constantFrom(80, 80, 70, 60, 120),
});
const noise: fc.Arbitrary<Made> = fc.tuple(
  fc.constantFrom('p0', 'p1', 'x', 'college'),
  fc.constantFrom('p1', 'p2', 'y', 'college'),
  fc.constantFrom(100, 75),
);
const payments = fc
  .tuple(fc.array(person, { minLength: 4, maxLength: 8 }), fc.array(noise, { maxLength: 6 }))
  .chain(([people, others]) => {
    const names = people.map((_, i) => `p${i}`);
    const into = people.flatMap(({ pays, agents }, i): Made[] => [
      ...Array.from({ length: pays }, (): Made => [names[i]!, 'college', 100]),
      ...agents.map((agent): Made => [names[i]!, agent, 15]),
    ]);
    const out = people.flatMap(({ back, share }, i): Made[] =>
      back === '' ? [] : [['college', back === 'self' ? names[i]! : back, share]],
    );
    const whole = [...into, ...out];
    return fc
      .tuple(fc.array(fc.nat({ max: whole.length }), { minLength: others.length, maxLength: others.length }))
      .map(([places]) => {
        const list = [...whole];
        others.forEach((one, i) => list.splice(places[i]!, 0, one));
        return list.map(([from, to, amount], day): OraclePayment => [from, to, day, amount]);
      });
  });

it('every institution and agent of the definition is found, and no other', () => {
  let loops = 0;
  fc.assert(
    fc.property(payments, (made) => {
      const transfers = made.map(([from, to, day, amount]) => pay(`${from}>${to}`, day * DAY_MS, `${amount}`));
      const { graph } = contextOf(transfers);
      const none = new Uint8Array(graph.accountCount);
      const found = findRefundLoops(graph, {
        ...RULE,
        minRefund: exactShare(MIN_REFUND),
        maxMs: MAX_DAYS * DAY_MS,
        fewOthers: 20,
        hubFlag: none,
        everybodys: none,
      });
      const wanted = refundLoops(made, { ...RULE, minRefund: MIN_REFUND, maxDays: MAX_DAYS });
      loops += wanted.length;
      const named = found.map(({ subjects, weight }) =>
        [...subjects.map((subject) => graph.ledger.accounts.key(subject).account), weight].join(' '),
      );
      expect(named.sort()).toEqual(wanted.sort());
    }),
    { numRuns: 300 },
  );
  expect(loops).toBeGreaterThan(50);
});

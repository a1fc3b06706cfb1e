import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { dwellMs, type FifoLane, matchPassThrough } from '../../../src/trace/index.js';
import { accountFlows, flowSources } from '../../../src/typologies/alternatives/account-flows.js';
import { type CreditUses, UseMatcher, usesOfLane } from '../../../src/typologies/alternatives/credit-uses.js';
import { onwardMoney, type OnwardMoney } from '../../../src/typologies/alternatives/onward-money.js';
import { denseTransfers } from '../../support/small-ledgers.js';

/** What became of the credits with these rows, from every piece of the lane. */
function slowOnward(
  lane: FifoLane,
  rows: readonly number[],
  everydayRows: ReadonlySet<number>,
  fastMs: number,
): OnwardMoney {
  const credits = [...lane.creditRows.keys()].filter((credit) => rows.includes(lane.creditRows[credit]!));
  const pieces = [...lane.pieceCredit.keys()].filter((piece) => credits.includes(lane.pieceCredit[piece]!));
  const sum = (minors: readonly (number | bigint | undefined)[]): number =>
    minors.reduce<number>((total, minor) => total + Number(minor), 0);
  const sumOf = (some: readonly number[]): number => sum(some.map((piece) => lane.pieceMinor[piece]));
  return {
    credited: sum(credits.map((credit) => lane.creditMinor[credit])),
    passed: sumOf(pieces),
    passedFast: sumOf(pieces.filter((piece) => dwellMs(lane, piece) <= fastMs)),
    everyday: sumOf(pieces.filter((piece) => everydayRows.has(lane.debitRows[lane.pieceDebit[piece]!]!))),
  };
}

it('tells what became of credits as the pieces of their lane do, with a lane and without, in the same memory', () => {
  fc.assert(
    fc.property(denseTransfers, fc.nat({ max: 6 }), fc.integer({ min: 1, max: 3 }), (rows, fastMs, every) => {
      const graph = buildTemporalGraph(createLedger(rows).ledger);
      const rule = { everydayRows: new Set([...rows.keys()].filter((row) => row % 3 === 0)), fastMs };
      graph.ledger.currencies.forEach((_, currency) => {
        const matcher = new UseMatcher(graph, currency);
        for (let account = 0; account < graph.accountCount; account++) {
          const [lane] = matchPassThrough(graph, account, { currency });
          if (lane === undefined) continue;
          const flows = accountFlows(flowSources(graph), account, currency);
          const some = flows.credits.where((at) => at % every === 0);
          const expected = slowOnward(
            lane,
            some.map((at) => some.row(at)),
            rule.everydayRows,
            fastMs,
          );
          const told = (uses: CreditUses | undefined): OnwardMoney => onwardMoney(uses, flows.credits, some);
          expect(told(usesOfLane(lane, flows.credits, rule))).toEqual(expected);
          if (flows.credits.length > 0) expect(told(matcher.match(flows, rule))).toEqual(expected);
        }
      });
    }),
  );
});

it('leaves sums beyond the exact integers to the lane', () => {
  const most = String(Number.MAX_SAFE_INTEGER);
  const rows = [1, 2].map((timeMs) => ({ payer: 'a', beneficiary: 'b', timeMs, amount: most, currency: 'EUR' }));
  const graph = buildTemporalGraph(createLedger(rows).ledger);
  const flows = accountFlows(flowSources(graph), graph.beneficiary[0]!, 0);
  expect(new UseMatcher(graph, 0).match(flows, { everydayRows: new Set<number>(), fastMs: 1 })).toBeUndefined();
});

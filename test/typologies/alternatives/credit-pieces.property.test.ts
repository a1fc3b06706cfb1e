import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { matchPassThrough } from '../../../src/trace/index.js';
import { accountFlows } from '../../../src/typologies/alternatives/account-flows.js';
import { PieceMatcher, piecesOfLane } from '../../../src/typologies/alternatives/credit-pieces.js';
import { denseTransfers } from '../../support/small-ledgers.js';

it('matches flows as the lane of their currency does, one account after the other in the same memory', () => {
  fc.assert(
    fc.property(denseTransfers, fc.nat({ max: 6 }), (rows, fastMs) => {
      const graph = buildTemporalGraph(createLedger(rows).ledger);
      const everydayRows = new Set([...rows.keys()].filter((row) => row % 3 === 0));
      graph.ledger.currencies.forEach((_, currency) => {
        const matcher = new PieceMatcher(graph, currency);
        for (let account = 0; account < graph.accountCount; account++) {
          const [lane] = matchPassThrough(graph, account, { currency });
          if (lane === undefined) continue;
          const pieces = matcher.match(accountFlows(graph, account, currency), { everydayRows, fastMs });
          expect(pieces).toEqual(piecesOfLane(lane, { everydayRows, fastMs }));
        }
      });
    }),
  );
});

it('leaves sums beyond the exact integers to the lane', () => {
  const most = String(Number.MAX_SAFE_INTEGER);
  const rows = [1, 2].map((timeMs) => ({ payer: 'a', beneficiary: 'b', timeMs, amount: most, currency: 'EUR' }));
  const graph = buildTemporalGraph(createLedger(rows).ledger);
  const account = graph.beneficiary[0]!;
  const rule = { everydayRows: new Set<number>(), fastMs: 1 };
  expect(new PieceMatcher(graph, 0).match(accountFlows(graph, account, 0), rule)).toBeUndefined();
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { accountFlows, flowSources } from '../../../src/typologies/alternatives/account-flows.js';
import { FlowGroups } from '../../../src/typologies/alternatives/flow-groups.js';
import { Flows } from '../../../src/typologies/alternatives/flows.js';
import { denseTransfers } from '../../support/small-ledgers.js';

const rowsOf = (flows: Flows): number[] => flows.map((at) => flows.row(at));

/** Rows of a ledger in which `own` and not `other` is the account, in one currency. */
function slowRows(
  { ledger }: TemporalGraph,
  own: Int32Array,
  other: Int32Array,
  account: number,
  currency: number,
): number[] {
  return [...own.keys()].filter(
    (row) => own[row] === account && other[row] !== account && ledger.columns.currency[row] === currency,
  );
}

it('flows of an account are its transfers with others in one currency, and groups are those of one counterparty', () => {
  fc.assert(
    fc.property(denseTransfers, (rows) => {
      const graph = buildTemporalGraph(createLedger(rows).ledger);
      const { payer, beneficiary } = graph;
      for (let account = 0; account < graph.accountCount; account++) {
        graph.ledger.currencies.forEach((_, currency) => {
          const { credits, debits } = accountFlows(flowSources(graph), account, currency);
          expect(rowsOf(credits)).toEqual(slowRows(graph, beneficiary, payer, account, currency));
          expect(rowsOf(debits)).toEqual(slowRows(graph, payer, beneficiary, account, currency));
          const groups = new FlowGroups(credits);
          const payers = [...new Set(rowsOf(credits).map((row) => payer[row]!))];
          expect(groups.map((flows, other) => [other, rowsOf(flows)])).toEqual(
            payers.map((other) => [other, rowsOf(credits).filter((row) => payer[row] === other)]),
          );
          expect(groups.others.map((_other, group) => groups.sizeOf(group))).toEqual(
            groups.map(({ length }) => length),
          );
        });
      }
    }),
  );
});

const ascending = (most: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: most }).map((list) => list.sort((a, b) => a - b));

it('flows among rows are those whose row is one of them, whichever list is the longer', () => {
  const { ledger, payer: others } = buildTemporalGraph(createLedger([]).ledger);
  const columns = { ledger, others, timeMs: new Float64Array(301), amounts: new Float64Array(301) };
  const sizes = fc.constantFrom([200, 200], [4, 200], [200, 4], [20, 100]);
  const lists = sizes.chain(([flows, wanted]) => fc.tuple(ascending(flows), ascending(wanted)));
  fc.assert(
    fc.property(lists, ([own, among]) => {
      const wanted = new Set(among);
      expect(rowsOf(new Flows(columns, own).among(among))).toEqual(own.filter((row) => wanted.has(row)));
    }),
  );
});

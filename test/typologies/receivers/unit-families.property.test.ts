import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTemporalGraph, rowsOf } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { rowsByFamily } from '../../../src/typologies/receivers/unit-families.js';
import { familiesOf } from '../../../src/typologies/relations/sender-families.js';

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const transfers = fc.array(
  fc.record({
    payer: name,
    beneficiary: name,
    timeMs: fc.integer({ min: 0, max: 20 }),
    amount: fc.constant('1'),
    currency: fc.constant('EUR'),
  }),
  { minLength: 1, maxLength: 25 },
);

describe('credits by family', () => {
  it('are those of each family that paid so often, whatever was asked before', () => {
    fc.assert(
      fc.property(transfers, (inputs) => {
        const { ledger } = createLedger(inputs);
        const graph = buildTemporalGraph(ledger);
        for (const least of [2, 1, 3]) {
          for (let account = 0; account < graph.accountCount; account++) {
            const rows = [...rowsOf(graph.in, account)].filter((row) => graph.payer[row] !== account);
            if (rows.length === 0) continue;
            const payers = [...new Set(rows.map((row) => graph.payer[row]!))].sort((a, b) => a - b);
            const families = familiesOf(graph, payers, ledger.columns.timeMs[rows[0]!]!);
            const familyOf = (row: number): number => families.get(graph.payer[row]!)!;
            const expected = [...new Set(rows.map(familyOf))]
              .map((family) => rows.filter((row) => familyOf(row) === family))
              .filter(({ length }) => length >= least);
            const hubFlag = new Uint8Array(graph.accountCount);
            expect(rowsByFamily(graph, { members: [account], rows }, hubFlag, least)).toEqual(expected);
          }
        }
      }),
    );
  });
});

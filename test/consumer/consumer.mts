import { buildTemporalGraph, createLedger, investigate, toGraphology } from 'illicit-flows';
import { readTransactions } from 'illicit-flows/node';

const { ledger } = createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 0, amount: '1.50', currency: 'EUR' }]);
export const rows: number = ledger.rowCount;
export const order: number = toGraphology(buildTemporalGraph(ledger)).order;
export const scores: number[] = investigate(ledger).leads.map((lead) => lead.score);
export const reading: Promise<number> = readTransactions(['x.csv'], { mapping: 'amlworld' }).then(
  (read) => read.ledger.rowCount,
);
// @ts-expect-error a mistyped option must not compile; were the types any, this line would fail the check
investigate(ledger, { sead: 1 });

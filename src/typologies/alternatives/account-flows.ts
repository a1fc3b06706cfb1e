import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type Channel } from '../../ledger/index.js';

/** One credit or debit of an account, seen from it. */
export interface Flow {
  readonly row: Row;
  readonly other: Account;
  readonly timeMs: number;
  /** Minor units; the nearest double in wide currencies, which is good enough for habits. */
  readonly minor: number;
  readonly channel: Channel;
}

/** All credits and debits of an account in one currency, by time; self-transfers left out. */
export interface AccountFlows {
  readonly credits: readonly Flow[];
  readonly debits: readonly Flow[];
}

/** O(transfers of the account). */
export function accountFlows(graph: TemporalGraph, account: Account, currency: number): AccountFlows {
  const { columns } = graph.ledger;
  const received = columns.receivedCurrency ?? columns.currency;
  const credits = flowsOf(graph, rowsOf(graph.in, account), graph.payer, columns.receivedMinor ?? columns.amountMinor);
  const debits = flowsOf(graph, rowsOf(graph.out, account), graph.beneficiary, columns.amountMinor);
  return {
    credits: credits.filter(({ row }) => received[row] === currency),
    debits: debits.filter(({ row }) => columns.currency[row] === currency),
  };
}

function flowsOf(graph: TemporalGraph, rows: Int32Array, others: Int32Array, amounts: Float64Array): Flow[] {
  const { ledger } = graph;
  const flows: Flow[] = [];
  for (const row of rows) {
    if (graph.payer[row] === graph.beneficiary[row] || Number.isNaN(amounts[row]!)) continue;
    const timeMs = ledger.columns.timeMs[row]!;
    flows.push({ row, other: others[row]!, timeMs, minor: amounts[row]!, channel: ledger.channel(row) });
  }
  return flows;
}

/** Flows by counterparty, in order of first appearance. */
export function byOther(flows: readonly Flow[]): Map<Account, Flow[]> {
  const groups = new Map<Account, Flow[]>();
  for (const flow of flows) {
    const known = groups.get(flow.other);
    if (known === undefined) groups.set(flow.other, [flow]);
    else known.push(flow);
  }
  return groups;
}

export function totalOf(flows: readonly Flow[]): number {
  return flows.reduce((sum, { minor }) => sum + minor, 0);
}

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
  const creditCurrency = columns.receivedCurrency ?? columns.currency;
  const creditAmount = columns.receivedMinor ?? columns.amountMinor;
  return {
    credits: flowsOf(graph, rowsOf(graph.in, account), graph.payer, creditAmount, creditCurrency, currency),
    debits: flowsOf(
      graph,
      rowsOf(graph.out, account),
      graph.beneficiary,
      columns.amountMinor,
      columns.currency,
      currency,
    ),
  };
}

function flowsOf(
  graph: TemporalGraph,
  rows: Int32Array,
  others: Int32Array,
  amounts: Float64Array,
  currencies: Uint16Array,
  currency: number,
): Flow[] {
  const { ledger, payer, beneficiary } = graph;
  const { timeMs } = ledger.columns;
  const flows: Flow[] = [];
  for (const row of rows) {
    const minor = amounts[row]!;
    if (currencies[row] !== currency || payer[row] === beneficiary[row] || Number.isNaN(minor)) continue;
    flows.push({ row, other: others[row]!, timeMs: timeMs[row]!, minor, channel: ledger.channel(row) });
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

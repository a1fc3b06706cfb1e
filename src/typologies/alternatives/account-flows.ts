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

/** The flows that are among some rows; both ascend by row. Searches where the rows are few, else walks along both. */
export function flowsAmong(flows: readonly Flow[], rows: readonly Row[]): Flow[] {
  const found: Flow[] = [];
  const search = rows.length * 8 < flows.length;
  let at = 0;
  for (let i = 0; i < rows.length && at < flows.length; i++) {
    const row = rows[i]!;
    if (search) {
      for (let high = flows.length; at < high;) {
        const middle = (at + high) >> 1;
        if (flows[middle]!.row < row) at = middle + 1;
        else high = middle;
      }
    } else while (at < flows.length && flows[at]!.row < row) at++;
    if (flows[at]?.row === row) found.push(flows[at++]!);
  }
  return found;
}

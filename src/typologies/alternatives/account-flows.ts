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
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (currencies[row] !== currency || payer[row] === beneficiary[row]) continue;
    const minor = amounts[row]!;
    if (Number.isNaN(minor)) continue;
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

/**
 * The flows that are among some rows; both ascend by row. The longer list is searched where it is much longer:
 * O(shorter x log longer), else O(both).
 */
export function flowsAmong(flows: readonly Flow[], rows: readonly Row[]): Flow[] {
  if (rows.length * 8 < flows.length) return flowsOfRows(flows, rows);
  const search = flows.length * 8 < rows.length;
  let at = 0;
  return flows.filter(({ row }) => {
    if (search) at = firstFrom(at, rows.length, (i) => rows[i]! >= row);
    else while (at < rows.length && rows[at]! < row) at++;
    return rows[at] === row;
  });
}

function flowsOfRows(flows: readonly Flow[], rows: readonly Row[]): Flow[] {
  let at = 0;
  return rows.flatMap((row) => {
    at = firstFrom(at, flows.length, (i) => flows[i]!.row >= row);
    return flows[at]?.row === row ? [flows[at]!] : [];
  });
}

/** The first position from `low` on that holds; `end` if none does. All before it must not hold, all after it must. */
function firstFrom(low: number, end: number, holds: (position: number) => boolean): number {
  let [from, to] = [low, end];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

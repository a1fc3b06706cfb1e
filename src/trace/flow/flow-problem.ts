import { type Account, defaultTies, type Money, type Row, type Ties, UsageError } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { nodesOf } from '../nodes-of.js';
import { admitTransfers, type TransferFilter } from '../transfer-filter.js';
import { keepFromSources, keepToTargets } from './keep-reached.js';

/** Two sets of accounts that have none in common. */
export interface FlowEnds {
  readonly sources: readonly Account[];
  readonly targets: readonly Account[];
}

/** From whom, to whom and by which transfers money may move. */
export interface FlowProblem {
  readonly graph: TemporalGraph;
  /** Per node: 1 = member. No node is both. */
  readonly isSource: Uint8Array;
  readonly isTarget: Uint8Array;
  /** Transfers that may matter, ascending; all in one currency. */
  readonly rows: Int32Array;
  /** What each transfer of `rows` can carry, minor units, above 0. */
  readonly capacity: readonly bigint[];
  /** Whether money may move on in the instant in which it came. */
  readonly sameInstant: boolean;
  /** Nothing, in the currency of the problem. */
  readonly zero: Money;
}

/** What {@link stateFlowProblem} leaves in. */
export interface FlowScope {
  readonly filter: TransferFilter;
  /** Undefined: what the ledger's precision suggests. */
  readonly ties: Ties | undefined;
  /** Whether to leave out what no walk to a target passes. */
  readonly towardsTargets: boolean;
}

/**
 * States who may send what to whom. Left out are self-transfers, transfers into sources and out of targets, transfers
 * without amount or between currencies, what the filter does not admit, and what no time-respecting walk from a source
 * takes; with `towardsTargets` also what lies on no walk to a target. A transfer carries the smaller of its paid and
 * received amount, so that a fee is never passed on.
 *
 * @throws UsageError `trace-account` for a number that is no account; `flow-overlap` if an account is in both sets;
 * `flow-currency` if several currencies could be used; as {@link admitTransfers}
 */
export function stateFlowProblem(
  graph: TemporalGraph,
  { sources, targets }: FlowEnds,
  { filter, ties, towardsTargets }: FlowScope,
): FlowProblem {
  const isSource = markNodes(graph, sources);
  const isTarget = markNodes(graph, targets);
  const both = isSource.findIndex((mark, node) => mark === 1 && isTarget[node] === 1);
  if (both >= 0) {
    throw new UsageError('flow-overlap', `Expected sources and targets apart but received account ${both} in both`);
  }
  const sameInstant = (ties ?? defaultTies(graph.ledger.precision)) === 'same-instant-allowed';
  const usable = usableTransfers(graph, isSource, isTarget, admitTransfers(graph, filter));
  keepFromSources(graph, usable, isSource, sameInstant);
  if (towardsTargets) keepToTargets(graph, usable, isTarget, sameInstant);
  const rows = markedRows(usable);
  const capacity = Array.from(rows, (row) => carried(graph, row));
  return { graph, isSource, isTarget, rows, capacity, sameInstant, zero: onlyCurrency(graph, rows, filter) };
}

function markNodes(graph: TemporalGraph, accounts: readonly Account[]): Uint8Array {
  const marks = new Uint8Array(graph.accountCount);
  for (const node of nodesOf(graph, accounts)) marks[node] = 1;
  return marks;
}

function usableTransfers(
  { ledger, payer, beneficiary, transferCount }: TemporalGraph,
  isSource: Uint8Array,
  isTarget: Uint8Array,
  admitted: Uint8Array | undefined,
): Uint8Array {
  const { amountMinor, currency, receivedCurrency, receivedMinor } = ledger.columns;
  const usable = new Uint8Array(transferCount);
  for (let row = 0; row < transferCount; row++) {
    const from = payer[row]!;
    const to = beneficiary[row]!;
    const moves = from !== to && isSource[to] === 0 && isTarget[from] === 0;
    const priced = amountMinor[row]! > 0 && (receivedMinor === undefined || receivedMinor[row]! > 0);
    const exchanged = receivedCurrency !== undefined && receivedCurrency[row] !== currency[row];
    if (moves && priced && !exchanged && (admitted === undefined || admitted[row] === 1)) usable[row] = 1;
  }
  return usable;
}

function markedRows(marks: Uint8Array): Int32Array {
  const rows = new Int32Array(marks.reduce((count, mark) => count + mark, 0));
  let length = 0;
  for (let row = 0; row < marks.length; row++) if (marks[row] === 1) rows[length++] = row;
  return rows;
}

function carried({ ledger }: TemporalGraph, row: Row): bigint {
  const paid = ledger.amountMinor(row) ?? 0n;
  const received = ledger.received(row)?.minor ?? paid;
  return received < paid ? received : paid;
}

function onlyCurrency({ ledger }: TemporalGraph, rows: Int32Array, filter: TransferFilter): Money {
  const { currency } = ledger.columns;
  const other = rows.find((row) => currency[row] !== currency[rows[0]!]);
  const named = filter.currencies?.length === 1 ? filter.currencies[0] : undefined;
  const found = rows.length > 0 ? ledger.currencies[currency[rows[0]!]!] : undefined;
  const chosen = found ?? ledger.currencies.find(({ code }) => code === named) ?? ledger.currencies[0];
  if (other !== undefined) {
    const codes = `${chosen?.code ?? ''} and ${ledger.currencies[currency[other]!]?.code ?? ''}`;
    throw new UsageError(
      'flow-currency',
      `Expected the option currencies to name one currency but money could flow in ${codes}`,
    );
  }
  return { minor: 0n, scale: chosen?.scale ?? 0, currency: chosen?.code ?? 'XXX' };
}

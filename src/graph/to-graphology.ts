import { DirectedGraph, MultiDirectedGraph, UndirectedGraph } from 'graphology';
import { type Account, formatMoney, type Precision, type Row, UsageError } from '../foundation/index.js';
import { type Channel, type Ledger } from '../ledger/index.js';
import { type AccountProjection } from './account-projection.js';
import { buildTemporalGraph, type TemporalGraph } from './temporal-graph.js';

/** Node attributes of {@link toGraphology}. */
export interface AccountAttributes {
  readonly institution: string;
  readonly account: string;
}

/** Edge attributes of {@link toGraphology}. What the ledger does not have is absent. */
export interface TransferAttributes {
  /** Row of the ledger. */
  readonly row: Row;
  readonly timeMs: number;
  readonly precision: Precision;
  /** Exact decimal text. */
  readonly amount?: string;
  readonly currency?: string;
  /** Only where it differs from what was paid. */
  readonly receivedAmount?: string;
  readonly receivedCurrency?: string;
  readonly channel: Channel;
  readonly id?: string;
  readonly file: string;
  readonly line: number;
}

/** Node attributes of {@link projectionToGraphology}. */
export interface ProjectedAccountAttributes {
  readonly account: Account;
}

/** Edge attributes of {@link projectionToGraphology}. */
export interface ProjectedPairAttributes {
  readonly weight: number;
  readonly transfers: number;
}

/** The key under which an account appears in every graph we hand out, such as `n12`. */
export function nodeKey(account: Account): string {
  return `n${account}`;
}

/**
 * The whole ledger as a graphology multigraph, for display and for export. Keys are generated (`n12` for account 12,
 * `e34` for row 34) and the names are attributes, because names from data break graphology's own tables. Nodes and edges
 * come in canonical order; every account is there, with transfers or without.
 *
 * This is your own data with every name in it, payers included: it is not a redacted output, do not pass it on. Do not
 * run graphology's algorithms on it either; they expect the simple {@link projectionToGraphology}.
 *
 * O(accounts + transfers); graphology takes about 0.5 kB a transfer, so reduce first beyond a million.
 *
 * @throws UsageError `graph-source` unless it is given a ledger or a temporal graph
 */
export function toGraphology(
  source: TemporalGraph | Ledger,
): MultiDirectedGraph<AccountAttributes, TransferAttributes> {
  const graph = temporalGraphOf(source);
  const { ledger } = graph;
  const result = new MultiDirectedGraph<AccountAttributes, TransferAttributes>();
  for (let account = 0; account < graph.accountCount; account++) {
    const key = ledger.accounts.key(account);
    result.addNode(nodeKey(account), { institution: key.institution, account: key.account });
  }
  for (let row = 0; row < graph.transferCount; row++) {
    const payer = nodeKey(graph.payer[row]!);
    const beneficiary = nodeKey(graph.beneficiary[row]!);
    result.addDirectedEdgeWithKey(`e${row}`, payer, beneficiary, transferAttributes(ledger, row));
  }
  return result;
}

/** Told apart by what they have, not by their class: a ledger may come from another copy of the library. */
function temporalGraphOf(source: unknown): TemporalGraph {
  const given = Object(source) as Partial<TemporalGraph & Ledger>;
  if (given.columns !== undefined && given.accounts !== undefined) return buildTemporalGraph(source as Ledger);
  if (given.ledger !== undefined && given.payer !== undefined) return source as TemporalGraph;
  throw new UsageError('graph-source', 'Expected a ledger or a temporal graph but received neither');
}

function transferAttributes(ledger: Ledger, row: Row): TransferAttributes {
  const paid = ledger.amount(row);
  const received = ledger.received(row);
  const differs = received?.minor !== paid?.minor || received?.currency !== paid?.currency;
  const id = ledger.id(row);
  return {
    row,
    timeMs: ledger.columns.timeMs[row]!,
    precision: ledger.precisionOf(row),
    ...(paid && { amount: formatMoney(paid), currency: paid.currency }),
    ...(received && differs && { receivedAmount: formatMoney(received), receivedCurrency: received.currency }),
    channel: ledger.channel(row),
    ...(id !== undefined && { id }),
    ...ledger.source(row),
  };
}

/** What graphology class a projection becomes. */
export type ProjectedGraph =
  | UndirectedGraph<ProjectedAccountAttributes, ProjectedPairAttributes>
  | DirectedGraph<ProjectedAccountAttributes, ProjectedPairAttributes>;

/**
 * A projection as a simple graphology graph: a `DirectedGraph` if the projection is directed, else an `UndirectedGraph`.
 * Keys are generated (`n12` for account 12, `e3` for pair 3), nodes and edges come in canonical order, the edge attribute
 * `weight` is a positive number. This is the graph that graphology's algorithms may be given. O(nodes + pairs).
 */
export function projectionToGraphology(projection: AccountProjection): ProjectedGraph {
  const { accounts, source, target, weights, transferCounts } = projection;
  const result: ProjectedGraph = projection.directed
    ? new DirectedGraph<ProjectedAccountAttributes, ProjectedPairAttributes>()
    : new UndirectedGraph<ProjectedAccountAttributes, ProjectedPairAttributes>();
  for (const account of accounts) result.addNode(nodeKey(account), { account });
  for (let pair = 0; pair < source.length; pair++) {
    const from = nodeKey(accounts[source[pair]!]!);
    const to = nodeKey(accounts[target[pair]!]!);
    const attributes = { weight: weights[pair]!, transfers: transferCounts[pair]! };
    if (projection.directed) result.addDirectedEdgeWithKey(`e${pair}`, from, to, attributes);
    else result.addUndirectedEdgeWithKey(`e${pair}`, from, to, attributes);
  }
  return result;
}

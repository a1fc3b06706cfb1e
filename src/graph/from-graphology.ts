import type { AbstractGraph } from 'graphology-types';
import { PRECISIONS, resolveOptions, UsageError } from '../foundation/index.js';
import { CHANNELS, type CreatedLedger, createLedger, type TransferInput } from '../ledger/index.js';

/** Under which attribute names {@link fromGraphology} finds what it needs. */
export interface GraphAttributeNames {
  /** Node: the account; a node without it is called by its key. Default 'account'. */
  readonly account?: string;
  /** Node: the institution; absent = none. Default 'institution'. */
  readonly institution?: string;
  /** Edge: UTC milliseconds, an integer; required. Default 'timeMs'. */
  readonly timeMs?: string;
  /** Edge: one of the ledger's precisions; absent = millisecond. Default 'precision'. */
  readonly precision?: string;
  /** Edge: decimal text, or a number, which is read by its shortest decimal text. Default 'amount'. */
  readonly amount?: string;
  /** Edge: currency code. Default 'currency'. */
  readonly currency?: string;
  /** Edge: decimal text or number. Default 'receivedAmount'. */
  readonly receivedAmount?: string;
  /** Edge: currency code. Default 'receivedCurrency'. */
  readonly receivedCurrency?: string;
  /** Edge: one of the ledger's channels; absent = unknown. Default 'channel'. */
  readonly channel?: string;
  /** Edge: the data's own transaction id. Default 'id'. */
  readonly id?: string;
}

const DEFAULT_NAMES: Required<GraphAttributeNames> = Object.freeze({
  account: 'account',
  institution: 'institution',
  timeMs: 'timeMs',
  precision: 'precision',
  amount: 'amount',
  currency: 'currency',
  receivedAmount: 'receivedAmount',
  receivedCurrency: 'receivedCurrency',
  channel: 'channel',
  id: 'id',
});

/**
 * A ledger from a graphology graph, one transfer per edge in the direction of the edge. The inverse of `toGraphology`, up
 * to source positions: lines are the edges' positions in the graph. Accounts without edges are not carried over.
 *
 * @throws UsageError `graph-undirected` for an edge without direction, `graph-attribute` for an attribute of the wrong
 *   kind, `unknown-option`. An edge with an unreadable time or amount is left out and told in `issues`. O(edges).
 */
export function fromGraphology(graph: AbstractGraph, names: GraphAttributeNames = {}): CreatedLedger {
  const chosen = resolveOptions(DEFAULT_NAMES, names, 'fromGraphology');
  const transfers: TransferInput[] = [];
  graph.forEachEdge((edge, attributes, source, target, sourceAttributes, targetAttributes, undirected) => {
    if (undirected) throw new UsageError('graph-undirected', `Expected edge ${edge} to have a direction`);
    const timeMs = own(attributes, chosen.timeMs);
    if (typeof timeMs !== 'number') throw wrongKind(chosen.timeMs, 'a number', timeMs);
    transfers.push({
      payer: accountKey(source, sourceAttributes, chosen),
      beneficiary: accountKey(target, targetAttributes, chosen),
      timeMs,
      ...definedOnly({
        precision: oneOf(PRECISIONS, attributes, chosen.precision),
        amount: decimalText(attributes, chosen.amount),
        currency: text(attributes, chosen.currency),
        receivedAmount: decimalText(attributes, chosen.receivedAmount),
        receivedCurrency: text(attributes, chosen.receivedCurrency),
        channel: oneOf(CHANNELS, attributes, chosen.channel),
        id: text(attributes, chosen.id),
      }),
    });
  });
  return createLedger(transfers);
}

type AttributeBag = Readonly<Record<string, unknown>>;

function accountKey(
  node: string,
  attributes: AttributeBag,
  names: Required<GraphAttributeNames>,
): { institution: string; account: string } {
  return {
    institution: text(attributes, names.institution) ?? '',
    account: text(attributes, names.account) ?? node,
  };
}

/** An attribute the graph's author set, never one that all objects inherit. */
function own(attributes: AttributeBag, name: string): unknown {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

function text(attributes: AttributeBag, name: string): string | undefined {
  const value = own(attributes, name);
  if (value === undefined || typeof value === 'string') return value;
  throw wrongKind(name, 'a text', value);
}

function decimalText(attributes: AttributeBag, name: string): string | undefined {
  const value = own(attributes, name);
  if (typeof value === 'number') return String(value);
  return text(attributes, name);
}

function oneOf<T extends string>(allowed: readonly T[], attributes: AttributeBag, name: string): T | undefined {
  const value = text(attributes, name);
  if (value === undefined) return undefined;
  const known = allowed.find((candidate) => candidate === value);
  if (known === undefined) throw wrongKind(name, `one of ${allowed.join(', ')}`, value);
  return known;
}

function wrongKind(name: string, expected: string, received: unknown): UsageError {
  return new UsageError(
    'graph-attribute',
    `Expected attribute ${name} to be ${expected} but received ${typeof received}`,
  );
}

/** The entries that have a value. */
function definedOnly<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const filtered = Object.entries(entries).filter(([, value]) => value !== undefined);
  return Object.fromEntries(filtered) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

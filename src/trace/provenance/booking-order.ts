import { PRECISIONS, resolveOptions } from '../../foundation/index.js';
import { strongLabelsInto, type TemporalGraph } from '../../graph/index.js';
import { groupByKeyInto, MinHeap } from '../../structures/index.js';

const DAY = PRECISIONS.indexOf('day');

/** How {@link bookingOrder} decides what the data leaves open. */
export interface BookingOptions {
  /** Take the last of the transfers that may come next instead of the first, to see whether it matters. Default false. */
  readonly reversed?: boolean;
}

const DEFAULTS: Required<BookingOptions> = Object.freeze({ reversed: false });

/**
 * The order in which value moves: by time, and inside one instant
 * 1. by the posting order, if the data gave one;
 * 2. else, if times are known to the day at most, a transfer into an account before the transfers out of it, wherever
 *    these relations form no cycle: transfers inside a strong component of the instant stay unrelated;
 * 3. else by the bytes of the data's own transaction id; inside one transaction as in 2, then in canonical order.
 * Among all orders that obey 1 and 2 it is the first by 3, or with `reversed` the last. A convention: it does not claim
 * that transfers were booked like this.
 *
 * @returns the rows, each once. O(transfers), and O(log) more for each transfer of an instant with several.
 */
export function bookingOrder(graph: TemporalGraph, options: BookingOptions = {}): Int32Array {
  const { reversed } = resolveOptions(DEFAULTS, options, 'bookingOrder');
  const order = Int32Array.from({ length: graph.transferCount }, (_, row) => row);
  const { ledger, payer, beneficiary } = graph;
  if (ledger.sequenced) return order;
  const { timeMs, precision, id, textIndex } = ledger.columns;
  // Transfers under one id are parts of one transaction, whose inner order the data do not give.
  const byId =
    id === undefined ? undefined : (a: number, b: number) => id.compare(textIndex?.[a] ?? a, textIndex?.[b] ?? b);
  const local = new Int32Array(graph.accountCount).fill(-1);
  for (let start = 0, end = 1; start < order.length; start = end++) {
    while (end < order.length && timeMs[end] === timeMs[start]) end++;
    if (end - start === 1) continue;
    const instant = order.subarray(start, end);
    if (byId !== undefined) instant.sort((a, b) => byId(a, b) || a - b);
    if (reversed) instant.reverse();
    if (instant.some((row) => precision[row]! <= DAY)) putCreditsFirst(instant, payer, beneficiary, local);
    else if (byId !== undefined) {
      for (let first = 0, next = 1; first < instant.length; first = next++) {
        while (next < instant.length && byId(instant[first]!, instant[next]!) === 0) next++;
        const isTransaction = next - first > 1 && ledger.id(instant[first]!) !== '';
        if (isTransaction) putCreditsFirst(instant.subarray(first, next), payer, beneficiary, local);
      }
    }
  }
  return order;
}

/**
 * Reorders the rows of one instant so that a transfer into an account comes before one out of it unless both are inside
 * one strong component; among rows that may come next the one given earliest is taken.
 *
 * @param local scratch by account, -1 before and after
 */
function putCreditsFirst(rows: Int32Array, payer: Int32Array, beneficiary: Int32Array, local: Int32Array): void {
  const given = rows.slice();
  const from = numberAccounts(given, payer, local);
  if (!given.some((row) => local[beneficiary[row]!]! >= 0)) {
    for (const row of given) local[payer[row]!] = -1;
    return;
  }
  const to = numberAccounts(given, beneficiary, local, from.accounts);
  for (const row of given) local[payer[row]!] = local[beneficiary[row]!] = -1;
  const { starts, edges } = groupBy(from.of, to.accounts);
  const component = new Int32Array(to.accounts);
  strongLabelsInto(
    component,
    starts,
    edges.map((edge) => to.of[edge]!),
  );
  const source = from.of;
  const target = to.of;
  const internal = source.map((account, k) => (component[account] === component[target[k]!] ? 1 : 0));

  // Transfers into each account that are still to come. Those that cannot lie on a cycle hold up all transfers out of it,
  // the others only transfers out of its component.
  const entering = new Int32Array(to.accounts);
  const circling = new Int32Array(to.accounts);
  for (let k = 0; k < given.length; k++) (internal[k] === 1 ? circling : entering)[target[k]!]!++;
  const leaving = groupBy(source, to.accounts);
  const next = new MinHeap();
  const release = (account: number, kind: number): void => {
    for (let k = leaving.starts[account]!; k < leaving.starts[account + 1]!; k++) {
      const transfer = leaving.edges[k]!;
      if (internal[transfer] === kind) next.push(transfer, transfer);
    }
  };
  for (let account = 0; account < to.accounts; account++) {
    if (entering[account]! > 0) continue;
    release(account, 1);
    if (circling[account] === 0) release(account, 0);
  }
  for (let k = 0; k < rows.length; k++) {
    const transfer = next.pop()!;
    rows[k] = given[transfer]!;
    const account = target[transfer]!;
    if (internal[transfer] === 0) {
      if (--entering[account]! > 0) continue;
      release(account, 1);
    } else if (--circling[account]! > 0) continue;
    if (entering[account] === 0 && circling[account] === 0) release(account, 0);
  }
}

/** Numbers the accounts of the rows by first appearance, from `first` on. */
function numberAccounts(
  rows: Int32Array,
  accountOf: Int32Array,
  local: Int32Array,
  first = 0,
): { readonly of: Int32Array; readonly accounts: number } {
  let accounts = first;
  const of = rows.map((row) => {
    const account = accountOf[row]!;
    if (local[account]! < 0) local[account] = accounts++;
    return local[account]!;
  });
  return { of, accounts };
}

function groupBy(keys: Int32Array, groups: number): { readonly starts: Int32Array; readonly edges: Int32Array } {
  const starts = new Int32Array(groups + 1);
  const edges = new Int32Array(keys.length);
  groupByKeyInto(keys, groups, starts, edges);
  return { starts, edges };
}

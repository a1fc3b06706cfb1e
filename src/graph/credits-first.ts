import { groupByKey, MinHeap } from '../structures/index.js';
import { strongLabelsInto } from './components.kernel.js';

/**
 * Reorders the rows of one instant so that a transfer into an account comes before one out of it unless both are inside
 * one strong component; among rows that may come next the one given earliest is taken.
 *
 * @param local scratch by account, -1 before and after
 */
export function putCreditsFirst(rows: Int32Array, payer: Int32Array, beneficiary: Int32Array, local: Int32Array): void {
  const given = rows.slice();
  const from = numberAccounts(given, payer, local);
  if (!given.some((row) => local[beneficiary[row]!]! >= 0)) {
    for (const row of given) local[payer[row]!] = -1;
    return;
  }
  const to = numberAccounts(given, beneficiary, local, from.accounts);
  for (const row of given) local[payer[row]!] = local[beneficiary[row]!] = -1;
  const { starts, order: edges } = groupByKey(from.of, to.accounts);
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
  const leaving = groupByKey(source, to.accounts);
  const next = new MinHeap();
  const release = (account: number, kind: number): void => {
    for (let k = leaving.starts[account]!; k < leaving.starts[account + 1]!; k++) {
      const transfer = leaving.order[k]!;
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

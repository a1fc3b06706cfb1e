/** Who receives what, by beneficiary: b receives rows[starts[b] .. starts[b + 1]), in order of time. */
export interface ReceiptColumns {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Sorts the rows that have an owner (their payer; -1 = none) by owner, beneficiary and time: rows by beneficiary are in order
 * of time, and one stable pass by owner does the rest. `entries` gets two numbers for each such row, the row and its
 * beneficiary; the first entry of owner u is the one numbered starts[u]. Both lie beside each other because the place of
 * an entry is as good as random, and each look at such a place waits for memory. Returns how many pairs there are.
 *
 * O(rows + accounts).
 */
export function sortByPairInto(
  { entries, starts }: { readonly entries: Int32Array; readonly starts: Int32Array },
  owner: Int32Array,
  receipts: ReceiptColumns,
): number {
  starts.fill(0);
  for (let row = 0; row < owner.length; row++) if (owner[row]! >= 0) starts[owner[row]! + 1]!++;
  for (let u = 1; u < starts.length; u++) starts[u]! += starts[u - 1]!;
  for (let b = 0; b + 1 < receipts.starts.length; b++) {
    for (let k = receipts.starts[b]!; k < receipts.starts[b + 1]!; k++) {
      const row = receipts.rows[k]!;
      const u = owner[row]!;
      if (u < 0) continue;
      const place = 2 * starts[u]!++;
      entries[place] = row;
      entries[place + 1] = b;
    }
  }
  // Each start has run to the start of the next owner; move them back by one.
  for (let u = starts.length - 1; u > 0; u--) starts[u] = starts[u - 1]!;
  starts[0] = 0;
  let pairs = 0;
  for (let u = 0; u + 1 < starts.length; u++) {
    let before = -1;
    for (let k = starts[u]!; k < starts[u + 1]!; k++) {
      const b = entries[2 * k + 1]!;
      if (b !== before) pairs++;
      before = b;
    }
  }
  return pairs;
}

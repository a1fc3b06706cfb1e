import { type Account } from '../../foundation/index.js';

/**
 * Looks at accounts in descending order of the greatest strength their candidates can have, and stops where more than
 * `limit` candidates found are stronger than anything that can follow: the strongest `limit` are then the same as if all
 * accounts had been looked at, and it is certain that there are more.
 *
 * `bounds` holds one whole number per account, at least as great as the strength of each of its candidates; 0 = not to be
 * looked at. `look` answers with the strengths of what it found, as far as it counts towards the limit. Accounts of equal bound are looked at in ascending
 * order. O(accounts + greatest bound), besides `look`.
 */
export function strongestFirst(bounds: Int32Array, limit: number, look: (account: Account) => readonly number[]): void {
  const greatest = bounds.reduce((most, bound) => Math.max(most, bound), 0);
  const starts = new Int32Array(greatest + 2);
  for (const bound of bounds) starts[bound + 1]!++;
  for (let bound = 0; bound <= greatest; bound++) starts[bound + 1]! += starts[bound]!;
  const next = starts.slice();
  const byBound = new Int32Array(bounds.length);
  for (let account = 0; account < bounds.length; account++) byBound[next[bounds[account]!]!++] = account;
  const found = new Int32Array(greatest + 1);
  let stronger = 0;
  for (let bound = greatest; bound > 0 && stronger <= limit; bound--) {
    for (let i = starts[bound]!; i < starts[bound + 1]!; i++) {
      for (const strength of look(byBound[i]!)) found[strength]!++;
    }
    // Everything of this strength is stronger than what the accounts of lower bounds can hold.
    stronger += found[bound]!;
  }
}

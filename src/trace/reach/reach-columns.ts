import { type Arrivals } from './arrivals.js';

/** Accounts reached, ascending, and their times. */
export interface ReachColumns {
  readonly accounts: Int32Array;
  readonly timeMs: Float64Array;
}

/** Columns of recorded arrivals. O(reached log reached), or O(accounts) once that is less. */
export function columnsOf(arrivals: Arrivals, timeMs: Float64Array, sourceMs: number): ReachColumns {
  const { reached, least, earliest } = arrivals;
  const few = reached.length * 16 < least.length;
  const accounts = few
    ? reached.array.slice(0, reached.length).sort()
    : allWhere(least.length, reached.length, (account) => least[account] === 0 || earliest[account] !== 0);
  const timeOf = (account: number): number =>
    least[account] === 0 ? sourceMs : timeMs[arrivals.rowOf(earliest[account]!)]!;
  return { accounts, timeMs: Float64Array.from(accounts, timeOf) };
}

/** Columns of first arrivals: per account its row plus one, 0 where there is none, -1 at sources. O(accounts). */
export function columnsOfFirst(arrivedBy: Int32Array, timeMs: Float64Array, sourceMs: number): ReachColumns {
  const accounts = new Int32Array(arrivedBy.length);
  const times = new Float64Array(arrivedBy.length);
  let count = 0;
  for (let account = 0; account < arrivedBy.length; account++) {
    const by = arrivedBy[account]!;
    if (by === 0) continue;
    accounts[count] = account;
    times[count++] = by < 0 ? sourceMs : timeMs[by - 1]!;
  }
  return { accounts: accounts.slice(0, count), timeMs: times.slice(0, count) };
}

function allWhere(size: number, count: number, holds: (account: number) => boolean): Int32Array {
  const accounts = new Int32Array(count);
  let at = 0;
  for (let account = 0; account < size; account++) if (holds(account)) accounts[at++] = account;
  return accounts;
}

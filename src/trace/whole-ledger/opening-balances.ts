import { type MoneyEvents } from './money-events.js';

/** What booking every event tells before any policy is asked; all columns by account. */
export interface BookedMoney {
  readonly balance: Float64Array | readonly bigint[];
  /** Least opening balance that keeps the account from going below zero. */
  readonly shortfall: Float64Array | readonly bigint[];
  /** Money of which the account is the origin. */
  readonly born: Float64Array | readonly bigint[];
  /** Event at which that money was first seen, -1 = never. */
  readonly firstBorn: Int32Array;
}

/**
 * The same events after one event per account that must have had money before them: the least opening balances that keep
 * every balance from going below zero, in the order in which money of theirs was first seen. O(events).
 */
export function withOpeningBalances(events: MoneyEvents, { shortfall, firstBorn }: BookedMoney): MoneyEvents {
  const opened = [...firstBorn.keys()].filter((account) => shortfall[account]! > 0);
  opened.sort((a, b) => firstBorn[a]! - firstBorn[b]!);
  const count = opened.length;
  const length = count + events.from.length;
  const from = new Int32Array(length);
  const to = new Int32Array(length);
  const quantity = new Float64Array(length);
  const row = new Int32Array(length).fill(-1, 0, count);
  opened.forEach((account, at) => {
    from[at] = ~account;
    to[at] = account;
    quantity[at] = Number(shortfall[account]);
  });
  from.set(events.from, count);
  to.set(events.to, count);
  quantity.set(events.quantity, count);
  row.set(events.row, count);
  const { exact } = events;
  return {
    from,
    to,
    quantity,
    row,
    exact: exact && [...opened.map((account) => BigInt(shortfall[account]!)), ...exact],
  };
}

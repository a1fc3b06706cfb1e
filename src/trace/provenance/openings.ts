import { UsageError } from '../../foundation/index.js';
import { type AccountLanes, laneOf } from './account-lanes.js';
import { type Arithmetic } from '../holdings/arithmetic.js';
import { type LinkedPart } from './resolved-claim.js';
import { type RowAmounts } from './row-amounts.js';
import { type OpeningBalance, type TraceSettings } from './trace-options.js';

const NO_LINKS: ReadonlyMap<number, readonly LinkedPart[]> = new Map();

/**
 * Opening balance of each lane: the one that was given, else the least that will do if the settings ask for it, else none.
 * @throws UsageError `opening-balance`
 */
export function openingsOf<Q>(
  { shortfall, openings }: Pick<TraceSettings, 'shortfall' | 'openings'>,
  lanes: AccountLanes,
  order: Int32Array,
  followed: Uint8Array,
  amounts: RowAmounts<Q>,
  arithmetic: Arithmetic<Q>,
  linked = NO_LINKS,
): Q[] {
  const balances =
    shortfall === 'minimal-opening'
      ? leastOpenings(lanes, order, followed, linked, amounts, arithmetic)
      : Array.from({ length: lanes.count }, () => arithmetic.zero);
  for (const [lane, minor] of givenOpenings(lanes, openings)) balances[lane] = arithmetic.of(Number(minor), minor);
  return balances;
}

/**
 * Opening balance of each followed lane: the least that keeps it from ever being overdrawn in this order of transfers.
 * Looks at all of the lane's future. O(transfers).
 */
function leastOpenings<Q>(
  lanes: AccountLanes,
  order: Int32Array,
  followed: Uint8Array,
  linked: ReadonlyMap<number, readonly LinkedPart[]>,
  amounts: RowAmounts<Q>,
  arithmetic: Arithmetic<Q>,
): Q[] {
  const { zero } = arithmetic;
  const balance = Array.from({ length: lanes.count }, () => zero);
  const least = balance.slice();
  for (const row of order) {
    const from = lanes.from[row]!;
    if (from < 0) continue;
    const to = lanes.to[row]!;
    if (followed[from] === 1) {
      let paid = amounts.paid(row);
      for (const { amountMinor } of linked.size === 0 ? [] : (linked.get(row) ?? [])) {
        paid = arithmetic.subtract(paid, arithmetic.of(Number(amountMinor), amountMinor));
      }
      const left = arithmetic.subtract(balance[from]!, paid);
      balance[from] = left;
      if (arithmetic.compare(left, least[from]!) < 0) least[from] = left;
    }
    if (followed[to] === 1) balance[to] = arithmetic.add(balance[to]!, amounts.received(row));
  }
  return least.map((amount) => arithmetic.subtract(zero, amount));
}

/** Lane and amount of each given opening balance. @throws UsageError `opening-balance` */
function givenOpenings(lanes: AccountLanes, openings: readonly OpeningBalance[]): Map<number, bigint> {
  const given = new Map<number, bigint>();
  for (const { account, currency, amountMinor } of openings) {
    const lane = laneOf(lanes, account, currency);
    if (amountMinor < 0n || given.has(lane)) {
      throw new UsageError('opening-balance', `Expected one opening balance >= 0 for account ${account}`);
    }
    if (lane >= 0) given.set(lane, amountMinor);
  }
  return given;
}

import { chosen, defaultsOf, type ParameterSet, type ParameterValues } from '../../evidence/index.js';
import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';

/** Whose receipts are looked at together: one account, or several that pass on most of what they pay to one of them. */
export interface ReceivingUnit {
  /** Ascending. */
  readonly members: readonly Account[];
  /** Credits from outside, ascending; neither from hubs nor by card. */
  readonly rows: readonly Row[];
}

/** The numbers that decide which accounts feed one. */
export const UNIT_PARAMETERS = Object.freeze({
  unitPayers: chosen('count', 3, 'Fewest payers of an account that feeds one: fewer is no collecting (requirement R1)'),
  unitShare: chosen('share', 0.5, 'Least share of what such an account pays that goes to the one it feeds'),
} satisfies ParameterSet);
export type UnitName = keyof typeof UNIT_PARAMETERS;
type UnitValues = ParameterValues<UnitName>;

const UNIT_DEFAULTS: UnitValues = defaultsOf({ id: 'units', parameters: UNIT_PARAMETERS });

/** What {@link forReceivingUnits} leaves out. */
export interface UnitOptions {
  /** 1 = a hub. */
  readonly hubFlag: Uint8Array;
  readonly leastRows: number;
  /** Default `UNIT_DEFAULTS`. */
  readonly values?: UnitValues;
  /** Further groups, members ascending; looked at if nothing was found in a member so far. Default none. */
  readonly furtherGroups?: readonly (readonly Account[])[];
}

const CARD = channelCode('card');

/**
 * Stands in for "the cluster" where a definition speaks of one, before any clusters are known: each account that is paid,
 * and each group of at least two accounts that others pay (three, unless set) and that each send most (half) of what they
 * pay, by value in one currency, to one and the same account, which belongs to the group. An account that everybody deals
 * with (a bank, a market, a large employer) makes no group. Hubs are in no unit and pay none. Accounts come first, then
 * groups by the account that is fed, then further groups as given.
 *
 * Units with fewer than `leastRows` credits are left out. `look` answers with what it found in a unit. A group is looked
 * at only if nothing was found in a member by itself: the tighter answer stands. O(transfers), besides `look`.
 */
export function forReceivingUnits<Found>(
  graph: TemporalGraph,
  look: (unit: ReceivingUnit) => readonly Found[],
  { hubFlag, leastRows, values = UNIT_DEFAULTS, furtherGroups = [] }: UnitOptions,
): Found[] {
  const { channel } = graph.ledger.columns;
  const counts = (row: Row): boolean => channel[row] !== CARD && hubFlag[graph.payer[row]!] === 0;
  const found: Found[] = [];
  const alone = new Uint8Array(graph.accountCount);
  for (let account = 0; account < graph.accountCount; account++) {
    if (hubFlag[account] === 1 || graph.in.starts[account + 1]! - graph.in.starts[account]! < leastRows) continue;
    const rows: Row[] = [];
    for (const row of rowsOf(graph.in, account)) if (graph.payer[row] !== account && counts(row)) rows.push(row);
    if (rows.length < leastRows) continue;
    const own = look({ members: [account], rows });
    if (own.length > 0) alone[account] = 1;
    for (const one of own) found.push(one);
  }
  const lookTogether = (members: readonly Account[]): readonly Found[] => {
    if (members.some((member) => alone[member] === 1)) return [];
    const inside = new Set(members);
    const rows = members
      .flatMap((member) => [...rowsOf(graph.in, member)])
      .filter((row) => !inside.has(graph.payer[row]!) && counts(row))
      .sort((a, b) => a - b);
    return rows.length < leastRows ? [] : look({ members, rows });
  };
  const together = new Set<Account>();
  for (const members of feedingGroups(graph, hubFlag, { counts, ...values })) {
    const own = lookTogether(members);
    if (own.length > 0) for (const member of members) together.add(member);
    for (const one of own) found.push(one);
  }
  for (const members of furtherGroups) {
    if (members.some((member) => together.has(member))) continue;
    for (const one of lookTogether(members)) found.push(one);
  }
  return found;
}

/** Groups of accounts that feed one, with the account that is fed. */
function feedingGroups(
  graph: TemporalGraph,
  hubFlag: Uint8Array,
  { counts, unitPayers, unitShare }: UnitValues & { readonly counts: (row: Row) => boolean },
): Account[][] {
  const everybodys = everybodysAccounts(graph, hubFlag);
  const feeders = new Map<Account, Account[]>();
  for (let account = 0; account < graph.accountCount; account++) {
    if (hubFlag[account] === 1 || !hasPayers(graph, account, { counts, unitPayers })) continue;
    const fed = mainReceiver(graph, account, unitShare);
    if (fed === undefined || everybodys[fed] === 1) continue;
    const known = feeders.get(fed);
    if (known === undefined) feeders.set(fed, [account]);
    else known.push(account);
  }
  return [...feeders]
    .filter(([, members]) => members.length >= 2)
    .sort(([left], [right]) => left - right)
    .map(([fed, members]) => [...members, fed].sort((a, b) => a - b));
}

function hasPayers(
  graph: TemporalGraph,
  account: Account,
  { counts, unitPayers }: { readonly counts: (row: Row) => boolean; readonly unitPayers: number },
): boolean {
  const payers = new Set<Account>();
  for (const row of rowsOf(graph.in, account)) {
    const payer = graph.payer[row]!;
    if (payer !== account && counts(row)) payers.add(payer);
    if (payers.size >= unitPayers) return true;
  }
  return false;
}

/** The currency that most of the rows are in, the lowest code of equals. */
function usualCurrency(rows: Int32Array, currency: Uint16Array): number {
  const first = currency[rows[0]!]!;
  if (rows.every((row) => currency[row] === first)) return first;
  const times = new Map<number, number>();
  for (const row of rows) times.set(currency[row]!, (times.get(currency[row]!) ?? 0) + 1);
  return [...times].sort(([a, forA], [b, forB]) => forB - forA || a - b)[0]![0];
}

/** Who gets at least this share (half) of what the account pays in the currency it pays most often; undefined if nobody does. */
function mainReceiver(graph: TemporalGraph, account: Account, share: number): Account | undefined {
  const rows = rowsOf(graph.out, account);
  if (rows.length === 0) return undefined;
  const { currency, amountMinor } = graph.ledger.columns;
  const usual = usualCurrency(rows, currency);
  const paid = new Map<Account, number>();
  let total = 0;
  for (const row of rows) {
    const receiver = graph.beneficiary[row]!;
    const minor = amountMinor[row]!;
    if (receiver === account || currency[row] !== usual || Number.isNaN(minor)) continue;
    paid.set(receiver, (paid.get(receiver) ?? 0) + minor);
    total += minor;
  }
  for (const [receiver, minor] of paid) if (minor >= share * total && total > 0) return receiver;
  return undefined;
}

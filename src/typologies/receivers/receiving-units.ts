import { chosen, defaultsOf, type ParameterSet, type ParameterValues } from '../../evidence/index.js';
import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { sameFlags } from '../relations/same-flags.js';
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
  const counts = countsIn(graph, hubFlag);
  const found: Found[] = [];
  const alone = new Uint8Array(graph.accountCount);
  for (let account = 0; account < graph.accountCount; account++) {
    if (hubFlag[account] === 1 || graph.in.starts[account + 1]! - graph.in.starts[account]! < leastRows) continue;
    const rows: Row[] = [];
    for (let i = graph.in.starts[account]!; i < graph.in.starts[account + 1]!; i++) {
      const row = graph.in.rows[i]!;
      if (graph.payer[row] !== account && counts(row)) rows.push(row);
    }
    if (rows.length < leastRows) continue;
    const own = look({ members: [account], rows });
    if (own.length > 0) alone[account] = 1;
    for (const one of own) found.push(one);
  }
  const lookTogether = (members: readonly Account[]): readonly Found[] => {
    if (members.some((member) => alone[member] === 1)) return [];
    const inside = new Set(members);
    const rows: Row[] = [];
    for (const member of members) {
      for (let i = graph.in.starts[member]!; i < graph.in.starts[member + 1]!; i++) {
        const row = graph.in.rows[i]!;
        if (counts(row) && !inside.has(graph.payer[row]!)) rows.push(row);
      }
    }
    return rows.length < leastRows ? [] : look({ members, rows: [...Int32Array.from(rows).sort()] });
  };
  const together = new Set<Account>();
  for (const members of feedingGroups(graph, hubFlag, values)) {
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

/** Whether a transfer counts as a credit of a unit. */
function countsIn({ ledger, payer }: TemporalGraph, hubFlag: Uint8Array): (row: Row) => boolean {
  const { channel } = ledger.columns;
  return (row) => channel[row] !== CARD && hubFlag[payer[row]!] === 0;
}

/** Groups of accounts that feed one, with the account that is fed. */
function feedingGroups(graph: TemporalGraph, hubFlag: Uint8Array, values: UnitValues): readonly (readonly Account[])[] {
  const known = latestGroups.get(graph);
  const isKnown = known?.values.unitPayers === values.unitPayers && known.values.unitShare === values.unitShare;
  if (isKnown && sameFlags(known.hubFlag, hubFlag)) return known.groups;
  const groups = findFeedingGroups(graph, hubFlag, values);
  latestGroups.set(graph, { hubFlag: hubFlag.slice(), values, groups });
  return groups;
}

/** Several detectors ask the same of one graph, which never changes. */
const latestGroups = new WeakMap<
  TemporalGraph,
  { readonly hubFlag: Uint8Array; readonly values: UnitValues; readonly groups: readonly (readonly Account[])[] }
>();

function findFeedingGroups(
  graph: TemporalGraph,
  hubFlag: Uint8Array,
  { unitPayers, unitShare }: UnitValues,
): Account[][] {
  const counts = countsIn(graph, hubFlag);
  const everybodys = everybodysAccounts(graph, hubFlag);
  const scratch = {
    seenBy: new Int32Array(graph.accountCount),
    paid: new Float64Array(graph.accountCount),
    times: new Int32Array(graph.ledger.currencies.length),
  };
  const feeders = new Map<Account, Account[]>();
  for (let account = 0; account < graph.accountCount; account++) {
    if (hubFlag[account] === 1 || !hasPayers(graph, account, { counts, unitPayers, ...scratch })) continue;
    const fed = mainReceiver(graph, account, unitShare, scratch);
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

/** `seenBy`: by payer the last account that it was seen to pay, plus 1. */
function hasPayers(
  graph: TemporalGraph,
  account: Account,
  {
    counts,
    unitPayers,
    seenBy,
  }: Pick<UnitValues, 'unitPayers'> & {
    readonly counts: (row: Row) => boolean;
    readonly seenBy: Int32Array;
  },
): boolean {
  const { starts, rows } = graph.in;
  let payers = 0;
  for (let i = starts[account]!; i < starts[account + 1]!; i++) {
    const payer = graph.payer[rows[i]!]!;
    if (payer !== account && seenBy[payer] !== account + 1 && counts(rows[i]!)) {
      seenBy[payer] = account + 1;
      payers++;
    }
    if (payers >= unitPayers) return true;
  }
  return false;
}

/** The currency that most of the rows are in, the lowest code of equals. `times`: a zero per currency, before and after. */
function usualCurrency(rows: Int32Array, currency: Uint16Array, times: Int32Array): number {
  const first = currency[rows[0]!]!;
  let same = 1;
  while (same < rows.length && currency[rows[same]!] === first) same++;
  if (same === rows.length) return first;
  let usual = first;
  for (let i = 0; i < rows.length; i++) {
    const code = currency[rows[i]!]!;
    times[code]!++;
    if (times[code]! > times[usual]! || (times[code] === times[usual] && code < usual)) usual = code;
  }
  for (let i = 0; i < rows.length; i++) times[currency[rows[i]!]!] = 0;
  return usual;
}

/**
 * Who gets at least this share (half) of what the account pays in the currency it pays most often, the first of them;
 * undefined if nobody does. `paid`: a zero per account, `times`: one per currency, before and after.
 */
function mainReceiver(
  graph: TemporalGraph,
  account: Account,
  share: number,
  { paid, times }: { readonly paid: Float64Array; readonly times: Int32Array },
): Account | undefined {
  const rows = rowsOf(graph.out, account);
  if (rows.length === 0) return undefined;
  const { currency, amountMinor } = graph.ledger.columns;
  const usual = usualCurrency(rows, currency, times);
  const counts = (row: Row): boolean =>
    graph.beneficiary[row] !== account && currency[row] === usual && !Number.isNaN(amountMinor[row]!);
  let total = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (!counts(row)) continue;
    const receiver = graph.beneficiary[row]!;
    paid[receiver] = paid[receiver]! + amountMinor[row]!;
    total += amountMinor[row]!;
  }
  let main: Account | undefined;
  for (let i = 0; total > 0 && main === undefined && i < rows.length; i++) {
    const receiver = graph.beneficiary[rows[i]!]!;
    if (counts(rows[i]!) && paid[receiver]! >= share * total) main = receiver;
  }
  for (let i = 0; i < rows.length; i++) paid[graph.beneficiary[rows[i]!]!] = 0;
  return main;
}

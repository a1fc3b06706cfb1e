import { capital, counted, whole } from '../words/numbers.js';
import { ROLE_ORDER } from '../words/role-words.js';
import { type Role } from '../../leads/index.js';
import { type FlowLink, type FlowNode } from './flow-layout.js';
import { type PreparedLead } from './prepare.js';
import { type Kind } from './shapes.js';

export const COLUMN_TITLES = [
  'Paid in by',
  'Collected',
  'Passed on',
  'Coordinated',
  'Passed on again',
  'Services',
  'Paid out',
];
const COLUMN_OF = {
  collector: 1,
  'pass-through': 2,
  'value-transfer': 2,
  coordinator: 3,
  operator: 3,
  'journey-service': 5,
} as const;
/** Short enough for a column; *possible* stands under it. */
const SHORT: Readonly<Record<Role, readonly [one: string, many: string]>> = {
  collector: ['collector', 'collectors'],
  'pass-through': ['pass-through', 'pass-through'],
  'value-transfer': ['value transfer', 'value transfers'],
  coordinator: ['coordinator', 'coordinators'],
  operator: ['no clear role', 'no clear role'],
  'journey-service': ['service', 'services'],
};
const LAST = COLUMN_TITLES.length - 1;
const MOST_COUNTRIES = 6;
/** Columns with more accounts show the largest of them, and the rest as one node. */
const MOST_ACCOUNTS = 12;
const SHOWN_ACCOUNTS = 10;

export type FlowBy = 'accounts' | 'roles';

export interface JourneyNode extends FlowNode {
  readonly kind: Kind;
  readonly title: string;
  readonly note: string;
  readonly account: number | null;
}

export interface JourneyLink extends FlowLink {
  readonly rows: readonly number[];
}

export interface Journey {
  readonly nodes: readonly JourneyNode[];
  readonly links: readonly JourneyLink[];
}

/** Who pays whom along the journey, in one currency. O(rows + nodes log nodes). */
export function journeyOf(lead: PreparedLead, rows: readonly number[], by: FlowBy): Journey {
  const column = columnsOf(lead, rows);
  const nodeOf = nodesFor(lead, rows, { column, by });
  const { from, to } = lead.lead.transfers;
  const nodes = new Map<string, number>();
  const made: JourneyNode[] = [];
  const number = (node: JourneyNode): number => {
    const known = nodes.get(node.key);
    if (known !== undefined) return known;
    nodes.set(node.key, made.length);
    return made.push(node) - 1;
  };
  const links = new Map<string, { from: number; to: number; value: number; rows: number[] }>();
  for (const row of rows) {
    const a = number(from[row]! < 0 ? nodeOf.payer(row) : nodeOf.account(from[row]!));
    const b = number(to[row]! < 0 ? nodeOf.receiver(row) : nodeOf.account(to[row]!));
    const link = links.get(`${a}>${b}`) ?? { from: a, to: b, value: 0, rows: [] };
    link.value += lead.minor[row]!;
    link.rows.push(row);
    links.set(`${a}>${b}`, link);
  }
  return { nodes: made, links: [...links.values()] };
}

/** The column of each account: by role, and one behind the coordinators for who gets most of its money from there. */
function columnsOf({ accounts, lead, minor }: PreparedLead, rows: readonly number[]): number[] {
  const columns: number[] = accounts.map(({ role }) => COLUMN_OF[role]);
  const all = new Float64Array(accounts.length);
  const late = new Float64Array(accounts.length);
  for (const row of rows) {
    const [a, b] = [lead.transfers.from[row]!, lead.transfers.to[row]!];
    if (b < 0 || a === b) continue;
    all[b] = all[b]! + minor[row]!;
    if (a >= 0 && columns[a]! >= 3) late[b] = late[b]! + minor[row]!;
  }
  return columns.map((column, i) => {
    const mayMove = accounts[i]!.role === 'pass-through' || accounts[i]!.role === 'operator';
    return mayMove && late[i]! > all[i]! / 2 ? 4 : column;
  });
}

interface NodesFor {
  readonly payer: (row: number) => JourneyNode;
  readonly account: (index: number) => JourneyNode;
  readonly receiver: (row: number) => JourneyNode;
}

function nodesFor(
  prepared: PreparedLead,
  rows: readonly number[],
  { column, by }: { readonly column: readonly number[]; readonly by: FlowBy },
): NodesFor {
  const { lead, accounts } = prepared;
  const { from, to, countryFrom, channel } = lead.transfers;
  const alone = by === 'accounts' ? largestPerColumn(prepared, rows, column) : new Set<number>();
  const countries = by === 'accounts' ? payerCountries(prepared, rows) : new Map<string, number>();
  const isCash = lead.channels.map((name) => /cash|atm/iu.test(name));
  const node = (key: string, at: number, rest: Omit<JourneyNode, 'key' | 'column' | 'account'>): JourneyNode => ({
    key,
    column: at,
    account: null,
    ...rest,
  });
  return {
    payer: (row) => {
      if (from[row] === -2)
        return node('back', 0, { rank: 99, kind: 'others', title: 'Also paid back', note: 'not named' });
      const country = lead.places[countryFrom[row]!];
      const payers = country === undefined ? undefined : countries.get(country);
      if (country !== undefined && payers !== undefined) {
        return node(`from:${country}`, 0, { rank: 0, kind: 'payers', title: country, note: counted(payers, 'payer') });
      }
      const total = counted(lead.protectedPayers.count, 'payer');
      const isAll = countries.size === 0;
      return node('payers', 0, {
        rank: isAll ? 0 : 50,
        kind: 'payers',
        title: isAll ? capital(total) : 'Elsewhere',
        note: isAll ? 'protected' : 'few each',
      });
    },
    account: (index) => {
      const { role, name } = accounts[index]!;
      const rank = ROLE_ORDER.indexOf(role);
      if (alone.has(index)) {
        return { key: `a:${index}`, column: column[index]!, rank, kind: role, title: name, note: '', account: index };
      }
      const members = accounts.filter(
        (one) => !alone.has(one.index) && one.role === role && column[one.index] === column[index],
      );
      const title = by === 'roles' ? counted(members.length, ...SHORT[role]) : `${whole(members.length)} more`;
      const note = by === 'roles' && role !== 'operator' ? 'possible' : '';
      return node(`r:${role}:${column[index]!}`, column[index]!, { rank: rank + 0.5, kind: role, title, note });
    },
    receiver: (row) => {
      if (to[row] === -2 && isCash[channel[row]!] === true) {
        return node('cash', LAST, { rank: 0, kind: 'others', title: 'In cash', note: 'not named' });
      }
      return node('others', LAST, { rank: 1, kind: 'others', title: 'Other accounts', note: 'not named' });
    },
  };
}

/** Accounts that have a node of their own: all of a column, or the ten largest where there are more than twelve. */
function largestPerColumn(
  { accounts, lead, minor }: PreparedLead,
  rows: readonly number[],
  column: readonly number[],
): Set<number> {
  const value = new Float64Array(accounts.length);
  const used = new Set<number>();
  for (const row of rows) {
    for (const end of [lead.transfers.from[row]!, lead.transfers.to[row]!]) {
      if (end < 0) continue;
      value[end] = value[end]! + minor[row]!;
      used.add(end);
    }
  }
  return new Set(
    COLUMN_TITLES.flatMap((_, at) => {
      const members = [...used].filter((i) => column[i] === at).sort((a, b) => value[b]! - value[a]! || a - b);
      return members.length > MOST_ACCOUNTS ? members.slice(0, SHOWN_ACCOUNTS) : members;
    }),
  );
}

/** The countries that most was paid from, of those that at least three payers paid from, with how many these are. */
function payerCountries({ lead, minor }: PreparedLead, rows: readonly number[]): Map<string, number> {
  const known = new Map(lead.protectedPayers.byCountry.map(({ country, count }) => [country, count]));
  const value = new Map<string, number>();
  for (const row of rows) {
    const country = lead.places[lead.transfers.countryFrom[row]!];
    if (lead.transfers.from[row] !== -1 || country === undefined || !known.has(country)) continue;
    value.set(country, (value.get(country) ?? 0) + minor[row]!);
  }
  const largest = [...value].sort((a, b) => b[1] - a[1]).slice(0, MOST_COUNTRIES);
  return new Map(largest.map(([country]) => [country, known.get(country)!]));
}

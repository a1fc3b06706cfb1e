import { countryName } from '../../foundation/index.js';
import { type Role } from '../../leads/index.js';
import { capital, counted, whole } from '../words/numbers.js';
import { ROLE_ORDER } from '../words/role-words.js';
import { COLUMN_TITLES } from './flow-columns.js';
import { type FlowNode } from './flow-parts.js';
import { largestPerColumn, payerCountries } from './flow-largest.js';
import { type PreparedLead } from './prepare.js';
import { type Kind } from './shapes.js';

export type FlowBy = 'accounts' | 'roles';

export interface JourneyNode extends FlowNode {
  readonly kind: Kind;
  readonly title: string;
  readonly note: string;
  readonly account: number | null;
}

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

/** The node that each end of a transfer belongs to. */
export interface NodesFor {
  readonly payer: (row: number) => JourneyNode;
  readonly account: (index: number) => JourneyNode;
  readonly receiver: (row: number) => JourneyNode;
}

/** Payers by country, accounts alone or by role, receivers as cash or others. */
export function nodesFor(
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
        return node(`from:${country}`, 0, {
          rank: 0,
          kind: 'payers',
          title: countryName(country),
          note: counted(payers, 'payer'),
        });
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

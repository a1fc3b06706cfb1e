import {
  type TracedDestination,
  type TracedOrigin,
  type TraceDocument,
  type TracedRange,
} from '../disclosure/index.js';
import { type AccountKey } from '../ledger/index.js';
import { csvTable, type TableColumn } from './csv-table.js';

/** An account by its texts where it may be named, else by its label. */
export interface ShownParty {
  readonly accounts?: readonly AccountKey[] | undefined;
  readonly label?: string | undefined;
}

/** Institution and account of a party: exact texts where it may be named, else its label and no institution. */
export function partyCells(party: ShownParty): { readonly institution: string; readonly account: string } {
  const { accounts, label = '' } = party;
  if (accounts === undefined) return { institution: '', account: label };
  const texts = (of: 'institution' | 'account'): string => accounts.map((key) => key[of]).join(' | ');
  return { institution: texts('institution'), account: texts('account') };
}

/**
 * destinations.csv: the accounts that traced value came to, in the order of their first arrival, one line per account and
 * currency. The column of a rule is what ended at the account under it and adds up with the other ends to the claim;
 * `received_` columns are what came in, `passed_on_` columns what only passed through. `pays_on` is measured on the whole
 * data, whatever the rules say: what pays nothing on is where the trail stops. Poison attributes no amount: `reached` or
 * nothing. Accounts about which every rule says 0 are left out; the document counts them. Looking backward: no lines.
 */
export function destinationsTable({ rules, destinations = [] }: TraceDocument): Generator<string, void> {
  const movedColumns = (name: string, of: 'received' | 'passedOn'): TableColumn<TracedDestination>[] =>
    rules.flatMap(({ rule }): TableColumn<TracedDestination>[] =>
      rule === 'poison' ? [] : [{ name: `${name}_${rule}`, kind: 'plain', value: (one) => under(rule, one[of]) }],
    );
  return csvTable<TracedDestination>(
    [
      { name: 'institution', kind: 'text', value: (one) => partyCells(one).institution },
      { name: 'account', kind: 'text', value: (one) => partyCells(one).account },
      { name: 'protection', kind: 'plain', value: (one) => one.protection },
      { name: 'hops', kind: 'plain', value: (one) => one.hops },
      { name: 'first_arrival', kind: 'plain', value: (one) => one.firstArrival.time },
      { name: 'currency', kind: 'text', value: (one) => one.currency },
      ...rules.map(({ rule }): TableColumn<TracedDestination> => ({
        name: rule,
        kind: 'plain',
        value: (one) => (rule !== 'poison' ? under(rule, one) : one.reached === true ? 'reached' : ''),
      })),
      { name: 'lowest', kind: 'plain', value: (one) => one.lowest },
      { name: 'highest', kind: 'plain', value: (one) => one.highest },
      ...movedColumns('received', 'received'),
      ...movedColumns('passed_on', 'passedOn'),
      { name: 'pays_on', kind: 'plain', value: (one) => one.paysOn },
      { name: 'ends', kind: 'plain', value: (one) => one.states.join(' ') },
      { name: 'asserted', kind: 'plain', value: (one) => (one.asserted ? 'yes' : 'no') },
    ],
    destinations,
  );
}

/**
 * origins.csv: where the money of a trace backward came from. All payers of a currency are one line without a name; an
 * account that was asked about has its own, as `to-0001` onwards unless it may be named. Looking forward: no lines.
 */
export function originsTable({ rules, origins = [] }: TraceDocument): Generator<string, void> {
  const cells = (line: TracedOrigin): { readonly institution: string; readonly account: string } =>
    line.payers === undefined ? partyCells(line) : { institution: '', account: payersLabel(line.payers) };
  return csvTable<TracedOrigin>(
    [
      { name: 'institution', kind: 'text', value: (line) => cells(line).institution },
      { name: 'account', kind: 'text', value: (line) => cells(line).account },
      { name: 'protection', kind: 'plain', value: (line) => line.protection },
      { name: 'origin', kind: 'plain', value: (line) => line.origin },
      { name: 'hops', kind: 'plain', value: (line) => line.hops },
      { name: 'currency', kind: 'text', value: (line) => line.currency },
      ...rules.map(({ rule }): TableColumn<TracedOrigin> => ({
        name: rule,
        kind: 'plain',
        value: (line) => under(rule, line),
      })),
      { name: 'lowest', kind: 'plain', value: (line) => line.lowest },
      { name: 'highest', kind: 'plain', value: (line) => line.highest },
    ],
    origins,
  );
}

/** `1 protected payer`, `12 protected payers` */
export function payersLabel(count: number): string {
  return count === 1 ? '1 protected payer' : `${count} protected payers`;
}

/** The amount under a rule. */
function under(rule: string, { amounts }: Pick<TracedRange, 'amounts'>): string {
  return amounts.find((one) => one.rule === rule)?.amount ?? '';
}

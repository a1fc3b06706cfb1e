import { formatInstant, type Fraction } from '../foundation/index.js';
import { type OriginLine, originLines, type TraceCase, type TraceParty } from '../disclosure/index.js';
import { type TemporalGraph } from '../graph/index.js';
import {
  type BackwardTrace,
  type ForwardTrace,
  listedDestinations,
  printAmount,
  type TraceDestination,
} from '../trace/index.js';
import { csvTable, type TableColumn } from './csv-table.js';

/** Institution and account of a party: exact texts where it may be named, else its label and no institution. */
export function partyCells(party: TraceParty): { readonly institution: string; readonly account: string } {
  if (party.kind !== 'named') return { institution: '', account: party.label };
  const texts = (of: 'institution' | 'account'): string => party.accounts.map((key) => key[of]).join(' | ');
  return { institution: texts('institution'), account: texts('account') };
}

/**
 * destinations.csv: the accounts that traced value came to, in the order of their first arrival, one line per account and
 * currency. The column of a rule is what ended at the account under it and adds up with the other ends to the claim;
 * `received_` columns are what came in, `passed_on_` columns what only passed through. `pays_on` is measured on the whole
 * data, whatever the rules say: what pays nothing on is where the trail stops. Poison attributes no amount: `reached` or
 * nothing. Accounts about which every rule says 0 are left out ({@link listedDestinations}).
 */
export function destinationsTable({ trace, names }: TraceCase<ForwardTrace>): Generator<string, void> {
  const { graph, rules } = trace;
  const { ledger } = graph;
  const money = (one: TraceDestination, amount: Fraction): string =>
    printAmount(amount, ledger.currencies[one.currency]!.scale);
  const ruleColumns = rules.map((rule, i): TableColumn<TraceDestination> => ({
    name: rule,
    kind: 'plain',
    value: (one) => {
      if (rule === 'poison') return one.received.byRule[i]!.numerator > 0n ? 'reached' : '';
      return money(one, one.ended.byRule[i]!);
    },
  }));
  const movedColumns = (name: string, of: 'received' | 'passedOn'): TableColumn<TraceDestination>[] =>
    rules.flatMap((rule, i): TableColumn<TraceDestination>[] =>
      rule === 'poison'
        ? []
        : [{ name: `${name}_${rule}`, kind: 'plain', value: (one) => money(one, one[of].byRule[i]!) }],
    );
  return csvTable<TraceDestination>(
    [
      { name: 'institution', kind: 'text', value: (one) => partyCells(names.partyOf(one.account)).institution },
      { name: 'account', kind: 'text', value: (one) => partyCells(names.partyOf(one.account)).account },
      { name: 'protection', kind: 'plain', value: (one) => names.partyOf(one.account).kind },
      { name: 'hops', kind: 'plain', value: (one) => one.hops },
      { name: 'first_arrival', kind: 'plain', value: (one) => instantOf(graph, one.firstArrival) },
      { name: 'currency', kind: 'text', value: (one) => ledger.currencies[one.currency]!.code },
      ...ruleColumns,
      { name: 'lowest', kind: 'plain', value: (one) => money(one, one.ended.lowest) },
      { name: 'highest', kind: 'plain', value: (one) => money(one, one.ended.highest) },
      ...movedColumns('received', 'received'),
      ...movedColumns('passed_on', 'passedOn'),
      { name: 'pays_on', kind: 'plain', value: (one) => one.paysOn },
      { name: 'ends', kind: 'plain', value: (one) => one.states.join(' ') },
      { name: 'asserted', kind: 'plain', value: (one) => (one.asserted ? 'yes' : 'no') },
    ],
    listedDestinations(trace).listed,
  );
}

/**
 * origins.csv: where the money of a trace backward came from. All payers of a currency are one line without a name; an
 * account that was asked about has its own, as `to-0001` onwards unless it may be named.
 */
export function originsTable(traceCase: TraceCase<BackwardTrace>): Generator<string, void> {
  const { ledger } = traceCase.trace.graph;
  const money = (line: OriginLine, amount: Fraction): string =>
    printAmount(amount, ledger.currencies[line.currency]!.scale);
  const cells = ({ party, accounts }: OriginLine): { institution: string; account: string } =>
    party === undefined ? { institution: '', account: payersLabel(accounts) } : partyCells(party);
  return csvTable<OriginLine>(
    [
      { name: 'institution', kind: 'text', value: (line) => cells(line).institution },
      { name: 'account', kind: 'text', value: (line) => cells(line).account },
      { name: 'protection', kind: 'plain', value: (line) => line.party?.kind ?? 'protected-payer' },
      { name: 'origin', kind: 'plain', value: (line) => line.kind },
      { name: 'hops', kind: 'plain', value: (line) => line.hops },
      { name: 'currency', kind: 'text', value: (line) => ledger.currencies[line.currency]!.code },
      ...traceCase.trace.rules.map((rule, i): TableColumn<OriginLine> => ({
        name: rule,
        kind: 'plain',
        value: (line) => money(line, line.amounts.byRule[i]!),
      })),
      { name: 'lowest', kind: 'plain', value: (line) => money(line, line.amounts.lowest) },
      { name: 'highest', kind: 'plain', value: (line) => money(line, line.amounts.highest) },
    ],
    originLines(traceCase),
  );
}

/** `1 protected payer`, `12 protected payers` */
export function payersLabel(count: number): string {
  return count === 1 ? '1 protected payer' : `${count} protected payers`;
}

/** Time of a row, no finer than the data give it. */
export function instantOf({ ledger }: TemporalGraph, row: number): string {
  return formatInstant(ledger.columns.timeMs[row]!, ledger.precisionOf(row));
}

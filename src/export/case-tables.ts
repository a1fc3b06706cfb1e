import { formatInstant, formatMoney, type Money } from '../foundation/index.js';
import { type Measure } from '../evidence/index.js';
import { type CaseFile, type Lead, type ListedFinding, type Operator } from '../disclosure/index.js';
import { type AccountKey } from '../ledger/index.js';
import { csvTable } from './csv-table.js';
import { textCell } from './escape.js';

/** An evidence weight in nats. */
export function formatWeight(nats: number): string {
  return nats.toFixed(2);
}

/** Shares are shown with as many digits as tell leads apart, no more. */
export function formatScore(score: number): string {
  return score.toFixed(4);
}

/** `EUR 12.50; USD 3.00` */
export function formatSums(sums: readonly Money[]): string {
  return sums.map((money) => `${money.currency} ${formatMoney(money)}`).join('; ');
}

/** `bank:account`, or the bare account where the data names no institution. */
export function formatAccount({ institution, account }: AccountKey): string {
  return institution === '' ? account : `${institution}:${account}`;
}

/** `senders 23 count (at least 5)` */
export function formatMeasure({ name, value, unit, currency, threshold }: Measure): string {
  const shown = typeof value === 'number' ? String(Number(value.toFixed(4))) : value;
  const limit = threshold === undefined ? '' : ` (parameter ${threshold})`;
  return `${name} = ${shown} ${currency ?? unit}${limit}`;
}

/** leads.csv: one lead a line, in the order of the case: strong ones first, the highest evidence weight first. */
export function leadsTable({ leads }: CaseFile): Generator<string, void> {
  return csvTable<Lead>(
    [
      { name: 'lead', kind: 'plain', value: (lead) => lead.id },
      { name: 'level', kind: 'plain', value: (lead) => lead.level },
      { name: 'score', kind: 'plain', value: (lead) => formatWeight(lead.score) },
      { name: 'operators', kind: 'plain', value: (lead) => lead.operators.length },
      { name: 'companions', kind: 'plain', value: (lead) => lead.companions },
      { name: 'protected_payers', kind: 'plain', value: (lead) => lead.payers.count },
      { name: 'transfers', kind: 'plain', value: (lead) => lead.transferCount },
      { name: 'amounts', kind: 'text', value: (lead) => formatSums(lead.paidIn) },
      { name: 'first', kind: 'plain', value: (lead) => formatInstant(lead.firstMs, lead.precision) },
      { name: 'last', kind: 'plain', value: (lead) => formatInstant(lead.lastMs, lead.precision) },
      { name: 'fee_flow', kind: 'plain', value: (lead) => (lead.feeFlow ? 'yes' : 'no') },
      { name: 'stability', kind: 'plain', value: (lead) => formatScore(lead.stability.meanJaccard) },
      { name: 'patterns', kind: 'plain', value: (lead) => lead.typologies.join(' ') },
      { name: 'speaks_for', kind: 'text', value: (lead) => sentences(lead, 'for') },
      { name: 'speaks_against', kind: 'text', value: (lead) => sentences(lead, 'against') },
      { name: 'not_known', kind: 'text', value: (lead) => [...lead.reduced, ...lead.missing].join('; ') },
    ],
    leads,
  );
}

/** The four parts that weigh most on one side. */
function sentences({ parts }: Lead, side: 'for' | 'against'): string {
  return parts
    .filter((part) => part.side === side)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 4)
    .map(({ sentence }) => sentence)
    .join(' ');
}

interface AccountLine {
  readonly lead: string;
  readonly key: AccountKey;
  readonly operator: Operator;
}

/** accounts.csv: the operators of every lead with role, rule and evidence weight. Protected payers are not in it. */
export function accountsTable({ leads }: CaseFile): Generator<string, void> {
  const lines = leads.flatMap(({ id, operators }) =>
    operators.flatMap((operator) => operator.names.map((key) => ({ lead: id, key, operator }))),
  );
  return csvTable<AccountLine>(
    [
      { name: 'lead', kind: 'plain', value: (line) => line.lead },
      { name: 'institution', kind: 'text', value: (line) => line.key.institution },
      { name: 'account', kind: 'text', value: (line) => line.key.account },
      { name: 'role', kind: 'plain', value: ({ operator }) => operator.role.role },
      { name: 'rule', kind: 'plain', value: ({ operator }) => operator.rule },
      { name: 'score', kind: 'plain', value: ({ operator }) => formatWeight(operator.score) },
      { name: 'reasons', kind: 'text', value: ({ operator }) => operator.role.reasons.join('; ') },
    ],
    lines,
  );
}

/** findings.csv: every finding, fired or explained, inside a lead or not. */
export function findingsTable({ findings }: CaseFile): Generator<string, void> {
  return csvTable<ListedFinding>(
    [
      { name: 'finding', kind: 'plain', value: (f) => f.id },
      { name: 'typology', kind: 'plain', value: (f) => f.finding.typology },
      { name: 'lead', kind: 'plain', value: (f) => f.lead ?? '' },
      { name: 'sentence', kind: 'text', value: (f) => f.sentence },
      { name: 'measured', kind: 'text', value: (f) => f.finding.measured.map(formatMeasure).join('; ') },
      { name: 'status', kind: 'plain', value: (f) => f.finding.status },
      { name: 'accounts', kind: 'text', value: (f) => f.accounts.map(formatAccount).join(' | ') },
    ],
    findings,
  );
}

/** evidence.csv: the transfers that prove each finding, by file and physical line. Millions of lines: one join each. */
export function* evidenceTable({ ledger, findings }: CaseFile): Generator<string, void> {
  const files = ledger.sources.map(({ name }) => textCell(name));
  const { sourceFile, sourceLine } = ledger.columns;
  yield 'finding,file,line\n';
  for (const { id, finding } of findings) {
    yield finding.rows.map((row) => `${id},${files[sourceFile[row]!] ?? ''},${sourceLine[row]!}\n`).join('');
  }
}

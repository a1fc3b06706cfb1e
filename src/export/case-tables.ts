import { formatInstant, formatMoney, type Money } from '../foundation/index.js';
import { type Measure } from '../evidence/index.js';
import { type CaseFile, type Cluster, type ListedFinding, type Operator } from '../clusters/index.js';
import { type AccountKey } from '../ledger/index.js';
import { csvTable } from './csv-table.js';
import { textCell } from './escape.js';

/** Scores are shown with as many digits as tell clusters apart, no more. */
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

/** clusters.csv: one lead a line, highest score first. */
export function clustersTable({ clusters }: CaseFile): Generator<string, void> {
  return csvTable<Cluster>(
    [
      { name: 'cluster', kind: 'plain', value: (c) => c.id },
      { name: 'score', kind: 'plain', value: (c) => formatScore(c.score.total) },
      { name: 'operators', kind: 'plain', value: (c) => c.operators.length },
      { name: 'protected_payers', kind: 'plain', value: (c) => c.payers.count },
      { name: 'transfers', kind: 'plain', value: (c) => c.transferCount },
      { name: 'amounts', kind: 'text', value: (c) => formatSums(c.paidIn) },
      { name: 'first', kind: 'plain', value: (c) => formatInstant(c.firstMs, c.precision) },
      { name: 'last', kind: 'plain', value: (c) => formatInstant(c.lastMs, c.precision) },
      { name: 'stability', kind: 'plain', value: (c) => formatScore(c.stability.meanJaccard) },
      { name: 'typologies', kind: 'plain', value: (c) => c.typologies.join(' ') },
      { name: 'level', kind: 'plain', value: (c) => c.level },
    ],
    clusters,
  );
}

interface AccountLine {
  readonly cluster: string;
  readonly key: AccountKey;
  readonly operator: Operator;
}

/** accounts.csv: the operators of every lead with their best-fitting role. Protected payers are not in it. */
export function accountsTable({ clusters }: CaseFile): Generator<string, void> {
  const lines = clusters.flatMap(({ id, operators }) =>
    operators.flatMap((operator) => operator.names.map((key) => ({ cluster: id, key, operator }))),
  );
  return csvTable<AccountLine>(
    [
      { name: 'cluster', kind: 'plain', value: (line) => line.cluster },
      { name: 'institution', kind: 'text', value: (line) => line.key.institution },
      { name: 'account', kind: 'text', value: (line) => line.key.account },
      { name: 'role', kind: 'plain', value: ({ operator }) => operator.roles[0]?.role ?? 'operator' },
      { name: 'role_score', kind: 'plain', value: ({ operator }) => formatScore(operator.roles[0]?.score ?? 0) },
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
      { name: 'cluster', kind: 'plain', value: (f) => f.cluster ?? '' },
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

import {
  type CaseDocument,
  formatMeasure,
  type FindingDocument,
  type LeadDocument,
  type OperatorDocument,
} from '../disclosure/index.js';
import { type Measure } from '../evidence/index.js';
import { type AccountKey } from '../ledger/index.js';
import { formatAccount, formatAlternative, formatScore, formatSums, formatWeight } from './cells.js';
import { csvTable, type TableColumn } from './csv-table.js';

/** leads.csv: one lead a line, in the order of the case: strong ones first, the highest evidence weight first. */
export function leadsTable({ leads }: Pick<CaseDocument, 'leads'>): Generator<string, void> {
  return csvTable<LeadDocument>(
    [
      { name: 'lead', kind: 'plain', value: (lead) => lead.lead },
      { name: 'level', kind: 'plain', value: (lead) => lead.level },
      { name: 'score', kind: 'plain', value: (lead) => formatWeight(lead.score) },
      { name: 'operators', kind: 'plain', value: (lead) => lead.operators.length },
      { name: 'companions', kind: 'plain', value: (lead) => lead.companions },
      { name: 'protected_payers', kind: 'plain', value: (lead) => lead.senders.protectedPayers },
      { name: 'also_paid_back', kind: 'plain', value: (lead) => lead.senders.alsoPaidBack },
      { name: 'transfers', kind: 'plain', value: (lead) => lead.transferCount },
      { name: 'paid_in', kind: 'text', value: (lead) => formatSums(lead.paidIn) },
      { name: 'moved', kind: 'text', value: (lead) => formatSums(lead.moved) },
      { name: 'paid_out', kind: 'text', value: (lead) => formatSums(lead.paidOut) },
      { name: 'still_held', kind: 'text', value: heldInWords },
      { name: 'first', kind: 'plain', value: (lead) => lead.first },
      { name: 'last', kind: 'plain', value: (lead) => lead.last },
      { name: 'fee_flow', kind: 'plain', value: (lead) => (lead.feeFlow ? 'yes' : 'no') },
      { name: 'stability', kind: 'plain', value: (lead) => formatScore(lead.stability.meanJaccard) },
      { name: 'patterns', kind: 'plain', value: (lead) => lead.typologies.join(' ') },
      { name: 'narrative', kind: 'text', value: (lead) => lead.narrative.join(' ') },
      { name: 'speaks_for', kind: 'text', value: (lead) => sentences(lead, 'for') },
      { name: 'speaks_against', kind: 'text', value: (lead) => sentences(lead, 'against') },
      { name: 'not_known', kind: 'text', value: (lead) => [...lead.reduced, ...lead.missing].join('; ') },
    ],
    leads,
  );
}

/** `fifo: EUR 12.50 | lifo: nothing` */
function heldInWords({ held }: LeadDocument): string {
  return held.map(({ rule, sums }) => `${rule}: ${formatSums(sums) || 'nothing'}`).join(' | ');
}

/** The four parts that weigh most on one side. */
function sentences({ parts }: LeadDocument, side: 'for' | 'against'): string {
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
  readonly operator: OperatorDocument;
}

/** Only where the user asked to keep names. */
const HOLDERS: TableColumn<AccountLine> = {
  name: 'holders',
  kind: 'text',
  value: ({ operator }) => (operator.holders ?? []).join(' | '),
};

/**
 * accounts.csv: the operators of every lead, one account a line, with what each may be and why. Sums, dates and counterparties
 * are those of its holder in the whole data, where a holder has several accounts. Protected payers are not in it.
 */
export function accountsTable({ leads }: Pick<CaseDocument, 'leads'>): Generator<string, void> {
  const lines = leads.flatMap(({ lead, operators }) =>
    operators.flatMap((operator) => operator.accounts.map((key) => ({ lead, key, operator }))),
  );
  const keepsNames = lines.some(({ operator }) => operator.holders !== undefined);
  return csvTable<AccountLine>(
    [
      { name: 'lead', kind: 'plain', value: (line) => line.lead },
      { name: 'institution', kind: 'text', value: (line) => line.key.institution },
      { name: 'account', kind: 'text', value: (line) => line.key.account },
      { name: 'role', kind: 'plain', value: ({ operator }) => operator.role.label },
      { name: 'rule', kind: 'plain', value: ({ operator }) => `${operator.rule} ${operator.ruleText}` },
      { name: 'runner_up', kind: 'plain', value: ({ operator }) => operator.runnerUp?.label ?? '' },
      { name: 'country', kind: 'text', value: ({ operator }) => operator.country ?? '' },
      { name: 'received', kind: 'text', value: ({ operator }) => formatSums(operator.received) },
      { name: 'paid', kind: 'text', value: ({ operator }) => formatSums(operator.paid) },
      { name: 'first', kind: 'plain', value: ({ operator }) => operator.first },
      { name: 'last', kind: 'plain', value: ({ operator }) => operator.last },
      { name: 'counterparties', kind: 'plain', value: ({ operator }) => operator.counterparties },
      { name: 'score', kind: 'plain', value: ({ operator }) => formatWeight(operator.score) },
      { name: 'reasons', kind: 'text', value: ({ operator }) => operator.role.reasons.join('; ') },
      ...(keepsNames ? [HOLDERS] : []),
    ],
    lines,
  );
}

/** findings.csv: the findings of leads, fired or explained, in the order of the leads. */
export function findingsTable({ findings }: Pick<CaseDocument, 'findings'>): Generator<string, void> {
  return tableOfFindings(findings.filter(({ lead }) => lead !== null));
}

/** findings-outside-leads.csv: the findings that belong to no lead. */
export function outsideFindingsTable({ findings }: Pick<CaseDocument, 'findings'>): Generator<string, void> {
  return tableOfFindings(findings.filter(({ lead }) => lead === null));
}

function tableOfFindings(findings: readonly FindingDocument[]): Generator<string, void> {
  return csvTable<FindingDocument>(
    [
      { name: 'finding', kind: 'plain', value: (f) => f.finding },
      { name: 'typology', kind: 'plain', value: (f) => f.typology },
      { name: 'lead', kind: 'plain', value: (f) => f.lead ?? '' },
      { name: 'status', kind: 'plain', value: (f) => f.status },
      { name: 'sentence', kind: 'text', value: (f) => f.sentence },
      {
        name: 'measured',
        kind: 'text',
        value: (f) => f.measured.map((one) => formatMeasure(one as Measure)).join('; '),
      },
      { name: 'alternatives', kind: 'text', value: (f) => f.alternatives.map(formatAlternative).join('; ') },
      { name: 'accounts', kind: 'text', value: (f) => f.accounts.map(formatAccount).join(' | ') },
      { name: 'payers', kind: 'plain', value: (f) => f.payers },
      { name: 'transfers', kind: 'plain', value: (f) => f.evidence.reduce((sum, { lines }) => sum + lines.length, 0) },
    ],
    findings,
  );
}

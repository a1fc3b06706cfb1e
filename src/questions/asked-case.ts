import type { CaseDocument, LeadDocument, OperatorDocument } from '../disclosure/index.js';

/** What a question reads of a lead: everything but its list of findings, so that the data of a report can be asked as well. */
export type AskedLead = Omit<LeadDocument, 'findings'>;

/** What a question reads of a case. A {@link CaseDocument} is one. */
export type AskedCase = Pick<
  CaseDocument,
  'activity' | 'data' | 'closest' | 'detectors' | 'protectionConcerns' | 'smallestGroup'
> & {
  readonly leads: readonly AskedLead[];
};

/** An account that the case names, with the days on which it was active. */
export type ActiveAccount = NonNullable<CaseDocument['activity']>['accounts'][number];

/** An exact sum as decimal text. */
export type Sum = LeadDocument['paidIn'][number];

/** An operator in an answer: its place in `operators` of the lead, and the accounts that the document names. */
export interface AskedOperator {
  readonly lead: string;
  readonly operator: number;
  readonly accounts: OperatorDocument['accounts'];
}

/** Where a transfer stands in the files that were read. */
export interface EvidenceLine {
  readonly file: string;
  readonly line: number;
}

/** Said under every answer that goes by the transfers of a lead. */
export const TRANSFERS_NOTE =
  'By the transfers that the case shows for a lead, which are not all that its accounts did. A lead, not proof.';

/** An operator as answers carry it. */
export function askedOperator({ lead, operators }: AskedLead, operator: number): AskedOperator {
  return { lead, operator, accounts: operators[operator]!.accounts };
}

/** Institution and number of an operator; of several accounts of one holder, all. */
export function nameOf({ accounts }: { readonly accounts: OperatorDocument['accounts'] }): string {
  return accounts.map(({ institution, account }) => `${institution} ${account}`.trim()).join(' and ');
}

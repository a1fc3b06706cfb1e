/**
 * Accounts of an institution that stand for no customer: the desk where cash goes in and out, what it charges, and what
 * it pays for balances. Files leave them out; whoever reads a file may put them in, under these texts, so that every
 * transfer has two ends. They are never persons.
 */
export const INSTITUTION_ACCOUNTS = {
  'cash-desk': '(cash desk)',
  fees: '(fees)',
  interest: '(interest)',
} as const;
/** An account of an institution that stands in where a row names none: no person. */
export type InstitutionAccount = keyof typeof INSTITUTION_ACCOUNTS;

export const INSTITUTION_ACCOUNT_KINDS = Object.keys(INSTITUTION_ACCOUNTS) as readonly InstitutionAccount[];

const KIND_OF = new Map<string, InstitutionAccount>(INSTITUTION_ACCOUNT_KINDS.map((k) => [INSTITUTION_ACCOUNTS[k], k]));

/** Which account of an institution a text stands for; undefined for every customer's account. */
export function institutionAccountKind(account: string): InstitutionAccount | undefined {
  return KIND_OF.get(account);
}

/** What a word in the name of a column may stand for. */
export const HEADER_CONCEPTS = [
  ...['payer', 'beneficiary', 'counterparty', 'own', 'account', 'institution', 'name', 'firstName', 'lastName'],
  ...['phone', 'amount', 'debit', 'credit', 'currency', 'date', 'valueDate', 'balance', 'status', 'direction'],
  ...['channel', 'id', 'country', 'fee', 'received', 'token', 'aside'],
] as const;

/**
 * `counterparty`: the other side of a statement. `own`: the account that a statement is of. `valueDate`: when interest
 * begins. `received`: what arrives, where that differs. `aside`: says that the column is about something beside the transfer,
 * such as an original amount, a rate or a limit.
 */
export type HeaderConcept = (typeof HEADER_CONCEPTS)[number];

/**
 * Words of one language by concept, set apart by blanks; `_` stands for a blank in a phrase. `word*` is the beginning of a
 * word and `*word` its end, as compounds and cases need. Without regard to case and marks above or below letters.
 */
export type HeaderWords = Readonly<Partial<Record<HeaderConcept, string>>>;

/** Bodies and firms that many people pay now and then, each with one account known to everybody in the country. */
export const PAYEE_KINDS = [
  'court',
  'hospital',
  'university',
  'school',
  'airline',
  'tax-office',
  'notary',
  'insurer',
  'car-dealer',
  'hotel',
  'undertaker',
  'exchange',
  'lender',
  'telecom',
  'fuel',
  'importer',
  'acquirer',
] as const;
export type PayeeKind = (typeof PAYEE_KINDS)[number];

/** A payment on its way into the sheet, as a story tells it; the books make of it what they would show. */
export interface Entry {
  time: number;
  payer: number;
  beneficiary: number;
  /** Before: hundredths of the unit of reference. After: hundredths of the currency. */
  amountMinor: number;
  currency: number;
  channel: number;
  from: number;
  to: number;
  /** Shop behind an acquirer, or -1. */
  merchant: number;
  seen: boolean;
}

import { type LeadDocument } from '../disclosure/index.js';
import { keepOperators, keepTransfers, largestOperators } from './keep-operators.js';

/** How much of one lead a page holds. */
export interface PageLimits {
  /** Accounts. Default 5,000. */
  readonly accounts: number;
  /** Transfers. Default 50,000. */
  readonly transfers: number;
  /** Accounts that the network draws of a lead of which something was left out. Default 1,000. */
  readonly drawn: number;
}

export const PAGE_LIMITS: PageLimits = Object.freeze({ accounts: 5000, transfers: 50_000, drawn: 1000 });

/**
 * A lead as far as a page can hold it; the lead itself where all of it fits. Of accounts the largest stay, of the transfers
 * between them and with others those in findings first, then those that come first in the data. Its sums, its payers and its
 * words are those of the whole lead. O(transfers + operators log operators).
 */
export function fitLead(lead: LeadDocument, { accounts, transfers: most }: PageLimits = PAGE_LIMITS): LeadDocument {
  const fitted = lead.operators.length <= accounts ? lead : keepOperators(lead, largestOperators(lead, accounts));
  const { findings } = fitted.transfers;
  if (findings.length <= most) return fitted;
  const rows = [...findings.keys()];
  const proving = rows.filter((row) => findings[row]!.length > 0);
  const rest = rows.filter((row) => findings[row]!.length === 0);
  return keepTransfers(
    fitted,
    [...proving, ...rest].slice(0, most).sort((a, b) => a - b),
  );
}

import { othersWords } from '../pictures/flow-words.js';
import { type Geography } from '../pictures/geography.js';
import { prepare, type PreparedLead, rowsOf, splitOthers } from '../pictures/prepare.js';
import { NOTHING } from '../pictures/selection.js';
import { type ReportData, type ReportLead } from '../report-data.js';
import { counted, listed, whole } from '../words/numbers.js';
import { LEVEL_WORDS } from '../words/sentences.js';
import { periodWords } from '../words/times.js';

/** A lead made ready for its figures. They show one currency, that of most of its transfers. */
export interface FigureLead {
  readonly prepared: PreparedLead;
  readonly geography: Geography;
  /** Transfers of accounts of the lead in the currency that is shown, in its order. */
  readonly rows: readonly number[];
  /** Transfers in that currency that no account of the lead makes or gets: evidence of findings, in no picture. */
  readonly others: readonly number[];
  readonly currency: string;
  readonly digits: number;
  /** Level, period, and what of the transfers is shown. */
  readonly subtitle: string;
  readonly source: string;
}

/** A figure, or why there is none. */
export type FigureResult = { readonly svg: string } | { readonly leftOut: string };

/** Makes a lead ready. O(transfers). */
export function figureLead(
  data: ReportData,
  lead: ReportLead,
  { geography, source }: Pick<FigureLead, 'geography' | 'source'>,
): FigureLead {
  const prepared = prepare(withDecimalAmounts(lead));
  const { mainCurrency } = prepared;
  const all = rowsOf(prepared, { ...NOTHING, currency: mainCurrency });
  const { own, others: past } = splitOthers(prepared, all);
  const currency = lead.currencies[mainCurrency] ?? '';
  const others = lead.currencies.filter((_, code) => code !== mainCurrency);
  const elsewhere = prepared.count - all.length;
  const shown =
    elsewhere === 0 || others.length === 0
      ? counted(all.length, 'transfer')
      : `${counted(all.length, 'transfer')} in ${currency}; ${whole(elsewhere)} in ${listed(others)} not in the picture`;
  const state = data.redaction === undefined ? '' : `, redacted for ${data.redaction.level}`;
  return {
    prepared,
    geography,
    rows: own,
    others: past,
    currency,
    digits: prepared.digits[mainCurrency] ?? 0,
    subtitle: `${LEVEL_WORDS[lead.level]}${state} · ${periodWords(lead.first, lead.last)}, UTC · ${shown}`,
    source,
  };
}

/** What is said of the transfers that are in no picture; nothing where there are none. */
export function pastWords({ prepared, others }: FigureLead): string[] {
  const words = othersWords(prepared, others);
  return words === '' ? [] : [words];
}

/** A document that was edited may say anything: what is no decimal number is no amount. */
function withDecimalAmounts(lead: ReportLead): ReportLead {
  const amount = lead.transfers.amount.map((text) => (text !== null && /^-?\d+(?:\.\d+)?$/u.test(text) ? text : null));
  return { ...lead, transfers: { ...lead.transfers, amount } };
}

import { type AskedCase, type AskedLead, TRANSFERS_NOTE } from './asked-case.js';
import { type Leaving, leavingOf } from './leaving.js';
import { monthOf, monthRuns, monthText } from './months.js';
import { type HeldRange, heldRanges, type NotSeenLeaving, notSeenLeaving } from './not-seen-leaving.js';
import { type ReadLead, readLead } from './passages.js';
import { listed } from './plain-words.js';

/** A column that the data lack, and what it would let be looked for. */
export interface ColumnGap {
  readonly column: string;
  readonly allows: readonly string[];
  readonly sentence: string;
}

/** What is not known of a lead, and who holds it. */
export interface LeadGaps {
  readonly lead: string;
  readonly leaving: readonly Leaving[];
  /** Months (`2024-03`) with at least as many payments in as the smallest group, in which nothing leaves the lead. */
  readonly monthsWithoutPayments: readonly string[];
  readonly notSeenLeaving: readonly NotSeenLeaving[];
  readonly held: readonly HeldRange[];
  /** Signs that could not be measured for most of its accounts. */
  readonly notMeasured: readonly string[];
  /** What to ask whom for, the next step of the money first. */
  readonly toAsk: readonly string[];
}

/** The answer of {@link gaps}. */
export interface Gaps {
  readonly columns: readonly ColumnGap[];
  readonly leads: readonly LeadGaps[];
  readonly notes: readonly string[];
}

/**
 * What is missing, and which institution holds it: where money of a lead leaves (by institution of the last operator, see
 * `leavingOf`), months with receipts in which nothing leaves it, money that came in and is not seen leaving, and the columns
 * that would let more be looked for. Groups below the smallest group are not told. A list of questions, no finding: nothing in
 * it says that money was hidden. O(transfers).
 */
export function gaps(document: Omit<AskedCase, 'data' | 'protectionConcerns'>): Gaps {
  return {
    columns: columnGaps(document),
    leads: document.leads.map((lead) => leadGaps(lead, document.smallestGroup)),
    notes: ['Institutions answer lawful requests only; who merely paid is not asked about.', TRANSFERS_NOTE],
  };
}

/** The gaps of one lead. */
export function leadGaps(lead: AskedLead, smallestGroup: number): LeadGaps {
  const read = readLead(lead);
  const leaving = leavingOf(read, smallestGroup);
  const months = monthsWithReceiptsOnly(read, smallestGroup);
  const kept = notSeenLeaving(lead);
  const held = heldRanges(lead);
  return {
    lead: lead.lead,
    leaving,
    monthsWithoutPayments: months.map(monthText),
    notSeenLeaving: kept,
    held,
    notMeasured: lead.missing,
    toAsk: [
      ...leaving.map(({ sentence }) => sentence),
      ...(months.length === 0
        ? []
        : [
            `In ${listed(monthRuns(months))} payments come in and none leaves the lead: ask the institutions of its accounts for cash taken out and for transfers that the data do not hold.`,
          ]),
      ...kept.map(({ sentence }) => sentence),
      ...held.map(({ sentence }) => sentence),
      ...lead.missing.map((sign) => `Not measured for most of its accounts: ${sign}.`),
    ],
  };
}

function monthsWithReceiptsOnly({ passages }: ReadLead, smallestGroup: number): number[] {
  const receipts = new Map<number, number>();
  const paying = new Set<number>();
  for (const { kind, timeMs } of passages) {
    if (timeMs === null) continue;
    const month = monthOf(timeMs);
    if (kind === 'in') receipts.set(month, (receipts.get(month) ?? 0) + 1);
    if (kind === 'out') paying.add(month);
  }
  return [...receipts]
    .filter(([month, count]) => count >= smallestGroup && !paying.has(month))
    .map(([month]) => month)
    .sort((a, b) => a - b);
}

/** Columns of `closest` and those that detectors lacked, each once with all that it would allow. */
function columnGaps({ closest, detectors }: Pick<AskedCase, 'closest' | 'detectors'>): ColumnGap[] {
  const allows = new Map<string, string[]>();
  const note = (column: string, what: string): void => {
    const known = allows.get(column) ?? [];
    if (!known.some((one) => one.toLowerCase() === what.toLowerCase())) known.push(what);
    allows.set(column, known);
  };
  for (const { column, allows: all } of closest.columns) for (const what of all) note(column, what);
  for (const { title, missing } of detectors) {
    for (const column of missing ?? []) note(column, title.charAt(0).toLowerCase() + title.slice(1));
  }
  return [...allows].map(([column, what]) => ({
    column,
    allows: what,
    sentence: `Ask whoever gave the files for ${column}: it would allow to look for ${listed(what)}.`,
  }));
}

import { type LeadDocument, type LeadTransfers } from '../disclosure/index.js';
import { greatest } from '../structures/index.js';

/**
 * The places of the operators of a lead that moved most, at most this many, in the order of the document. Compared in the
 * currency that most of its transfers are in, by what each received and paid in all; equals in the order of the document.
 * O(transfers + operators log operators).
 */
export function largestOperators({ operators, transfers, currencies }: LeadDocument, most: number): number[] {
  if (operators.length <= most) return operators.map((_, i) => i);
  const counts = currencies.map(() => 0);
  for (const code of transfers.currency) if (code >= 0) counts[code]!++;
  const main = currencies[counts.indexOf(greatest(counts))];
  const moved = operators.map(({ received, paid }) =>
    [...received, ...paid].reduce((sum, { currency, amount }) => (currency === main ? sum + Number(amount) : sum), 0),
  );
  return moved
    .map((_, i) => i)
    .sort((a, b) => moved[b]! - moved[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}

/** A lead with some of its operators, and of its transfers those in which no other operator has a part. O(transfers). */
export function keepOperators(lead: LeadDocument, kept: readonly number[]): LeadDocument {
  const placeOf = new Map(kept.map((operator, place) => [operator, place]));
  const moved = (end: number): number | undefined => (end < 0 ? end : placeOf.get(end));
  const { from, to } = lead.transfers;
  const rows = [...from.keys()].filter((row) => moved(from[row]!) !== undefined && moved(to[row]!) !== undefined);
  const left = keepTransfers(lead, rows);
  return {
    ...left,
    operators: kept.map((i) => lead.operators[i]!),
    protectedPayers: {
      ...lead.protectedPayers,
      byOperator: kept.map((i) => lead.protectedPayers.byOperator[i] ?? 0),
    },
    transfers: {
      ...left.transfers,
      from: left.transfers.from.map((end) => moved(end)!),
      to: left.transfers.to.map((end) => moved(end)!),
    },
  };
}

/** A lead with some of its transfers. O(rows). */
export function keepTransfers(lead: LeadDocument, rows: readonly number[]): LeadDocument {
  const { transfers: all } = lead;
  const of = <T>(column: readonly T[]): T[] => rows.map((row) => column[row]!);
  const transfers: LeadTransfers = {
    start: all.start,
    seconds: of(all.seconds),
    from: of(all.from),
    to: of(all.to),
    amount: of(all.amount),
    currency: of(all.currency),
    channel: of(all.channel),
    countryFrom: of(all.countryFrom),
    countryTo: of(all.countryTo),
    placeFrom: of(all.placeFrom),
    placeTo: of(all.placeTo),
    file: of(all.file),
    line: of(all.line),
    findings: of(all.findings),
  };
  return { ...lead, transfers };
}

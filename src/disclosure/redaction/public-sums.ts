import { SMALLEST_GROUP } from '../document/case-format.js';
import type { LeadDocument } from '../document/lead-schema.js';
import { bandedSums, type RedactionContext, type Sums } from './redaction-context.js';

/**
 * What came in, moved and went out of a lead as powers of ten, each only where at least three of its listed transfers are of that kind
 * and currency. Exceptional payments are some of those that came in, so a sum may still be that of fewer. O(transfers).
 */
export function publicSums(
  lead: LeadDocument,
  context: RedactionContext,
): Pick<LeadDocument, 'paidIn' | 'moved' | 'paidOut'> {
  const { transfers, currencies } = lead;
  const counts = new Map<string, number>();
  transfers.from.forEach((from, at) => {
    const to = transfers.to[at]!;
    const kind = from < 0 ? 'in' : to < 0 ? 'out' : 'inside';
    const key = `${kind} ${currencies[transfers.currency[at]!] ?? ''}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const told = (kind: 'in' | 'out' | 'inside', sums: Sums): Sums =>
    bandedSums(
      context,
      sums.filter(({ currency }) => (counts.get(`${kind} ${currency}`) ?? 0) >= SMALLEST_GROUP),
    );
  return {
    paidIn: told('in', lead.paidIn),
    moved: told('inside', lead.moved),
    paidOut: told('out', lead.paidOut),
  };
}

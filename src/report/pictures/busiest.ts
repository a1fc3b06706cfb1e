import { type Account, type PreparedLead } from './prepare.js';

/** At most this many accounts, those with most transfers, in the order of the journey. O(transfers + accounts log accounts). */
export function busiest({ order, lead }: PreparedLead, most: number): readonly Account[] {
  if (order.length <= most) return order;
  const counts = new Uint32Array(order.length);
  for (const ends of [lead.transfers.from, lead.transfers.to])
    for (const end of ends) if (end >= 0) counts[end] = counts[end]! + 1;
  const kept = new Set(
    [...order].sort((a, b) => counts[b.index]! - counts[a.index]! || a.index - b.index).slice(0, most),
  );
  return order.filter((account) => kept.has(account));
}

import type { LeadDocument } from './lead-schema.js';
import { type LeadView, rowsInside } from './lead-view.js';
import { toSums } from './sums.js';

/**
 * What was paid into a lead by exceptional payments, what its operators paid each other, and what they paid to others where
 * that carried exceptional money: exact sums per currency. The three overlap in money: what came in may be moved and paid out.
 */
export function sumsOfLead(view: LeadView): Pick<LeadDocument, 'paidIn' | 'moved' | 'paidOut'> {
  const { graph, formed, placeOf } = view;
  const out = formed.flow.onward.filter((row) => placeOf.has(graph.payer[row]!));
  return {
    paidIn: toSums(graph.ledger.totals(formed.flow.paidIn)),
    moved: toSums(graph.ledger.totals(rowsInside(view))),
    paidOut: toSums(graph.ledger.totals(out)),
  };
}

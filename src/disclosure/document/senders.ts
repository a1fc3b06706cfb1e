import { type Account, compareText } from '../../foundation/index.js';
import { rowsOf } from '../../graph/index.js';
import { SMALLEST_GROUP } from './case-format.js';
import type { LeadDocument } from './lead-schema.js';
import { type LeadView } from './lead-view.js';

/** Who paid the operators of a lead. Each sender is in one group; those who only paid are numbers. */
export interface Senders {
  readonly groups: LeadDocument['senders'];
  readonly byCountry: LeadDocument['protectedPayers']['byCountry'];
  readonly byOperator: number[];
}

/**
 * Tells everybody who paid an operator of a lead apart: operators (of this lead or of another), those who got something
 * back from one of its operators, and all others, who are protected payers. The three add up to all senders. Countries count
 * protected payers only, and only where at least three of them paid from. O(transfers of the operators).
 */
export function sendersOf(view: LeadView): Senders {
  const { graph, protection, placeOf } = view;
  const { countryFrom } = graph.ledger.columns;
  const senders = new Set<Account>();
  const byCountry = new Map<number, Set<Account>>();
  const byOperator = [...placeOf.keys()].map((operator) => {
    const payers = new Set<Account>();
    for (const row of rowsOf(graph.in, operator)) {
      const sender = graph.payer[row]!;
      if (sender === operator) continue;
      senders.add(sender);
      if (!view.payers.has(sender)) continue;
      payers.add(sender);
      const country = countryFrom?.[row] ?? -1;
      if (country >= 0) byCountry.set(country, (byCountry.get(country) ?? new Set()).add(sender));
    }
    return payers.size;
  });
  const all = [...senders];
  return {
    groups: {
      operators: all.filter((sender) => protection.isOperator(sender)).length,
      protectedPayers: view.payers.size,
      alsoPaidBack: all.filter((sender) => !protection.isOperator(sender) && !view.payers.has(sender)).length,
    },
    byCountry: [...byCountry]
      .filter(([, payers]) => payers.size >= SMALLEST_GROUP)
      .map(([country, payers]) => ({ country: graph.ledger.places[country]!, count: payers.size }))
      .sort((a, b) => b.count - a.count || compareText(a.country, b.country)),
    byOperator,
  };
}

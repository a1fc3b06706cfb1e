import { type FlowFeatures } from '../features/index.js';
import { type Account, type Row } from '../foundation/index.js';
import { rowsOf } from '../graph/index.js';

/** The transfers that a lead rests on, and who stands outside it. All lists ascending. */
export interface LeadFlow {
  /** Exceptional payments into the lead from outside. */
  readonly paidIn: readonly Row[];
  /** Transfers between its accounts. */
  readonly inside: readonly Row[];
  /** Payments to others that carried exceptional money. */
  readonly onward: readonly Row[];
  /** Accounts outside the lead that made exceptional payments into it. */
  readonly payers: readonly Account[];
}

/** Collects the transfers of a lead. O(transfers of its accounts). */
export function leadFlow(
  { graph, relations, exceptional, marked }: FlowFeatures,
  members: readonly Account[],
): LeadFlow {
  const own = new Set(members);
  const [paidIn, inside, onward]: Row[][] = [[], [], []];
  const payers = new Set<Account>();
  for (const member of members) {
    for (const row of rowsOf(graph.in, member)) {
      const relation = relations.ofRow[row]!;
      const payer = graph.payer[row]!;
      if (relation < 0) continue;
      if (own.has(payer)) inside!.push(row);
      else if (exceptional.exceptional[relation] === 1) {
        paidIn!.push(row);
        payers.add(payer);
      }
    }
    for (const row of rowsOf(graph.out, member)) {
      const relation = relations.ofRow[row]!;
      if (relation >= 0 && !own.has(graph.beneficiary[row]!) && marked.carried[relation]! > 0) onward!.push(row);
    }
  }
  const sorted = (rows: readonly number[]): number[] => [...rows].sort((a, b) => a - b);
  return { paidIn: sorted(paidIn!), inside: sorted(inside!), onward: sorted(onward!), payers: sorted([...payers]) };
}

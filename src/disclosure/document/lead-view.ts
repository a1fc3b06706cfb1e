import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type FormedLead } from '../../leads/index.js';
import { type Lead } from '../case-file.js';
import { type Protection } from '../protection.js';

/** One lead with all that its document is made from. */
export interface LeadView {
  readonly graph: TemporalGraph;
  readonly protection: Protection;
  /** As the case shows it: named. */
  readonly lead: Lead;
  /** The same in graph nodes, with its flow and findings. */
  readonly formed: FormedLead;
  /** Place of every named operator in `lead.operators`. */
  readonly placeOf: ReadonlyMap<Account, number>;
  /** Who paid an operator of this lead and got nothing back from any of them. */
  readonly payers: ReadonlySet<Account>;
}

/** Puts a view together. */
export function viewOfLead(graph: TemporalGraph, protection: Protection, lead: Lead, formed: FormedLead): LeadView {
  const placeOf = new Map(lead.operators.map(({ account }, i) => [account, i]));
  return { graph, protection, lead, formed, placeOf, payers: payersInto(graph, protection, [...placeOf.keys()]) };
}

function payersInto(graph: TemporalGraph, protection: Protection, operators: readonly Account[]): Set<Account> {
  const payers = new Set<Account>();
  for (const operator of operators) {
    for (const row of rowsOf(graph.in, operator)) {
      const sender = graph.payer[row]!;
      if (!protection.isOperator(sender)) payers.add(sender);
    }
  }
  for (const operator of operators) {
    for (const row of rowsOf(graph.out, operator)) payers.delete(graph.beneficiary[row]!);
  }
  return payers;
}

/** The end of a transfer that is a protected payer of this lead, and one that is anybody else who is not named in it. */
export const PROTECTED_PAYER = -1;
export const OTHER_ACCOUNT = -2;

/** What a document says of one end of a transfer: the place of an operator in the lead, or one of the two above. */
export function endOf({ placeOf, payers }: LeadView, account: Account): number {
  return placeOf.get(account) ?? (payers.has(account) ? PROTECTED_PAYER : OTHER_ACCOUNT);
}

/** Transfers from one operator of the lead to another, ascending. */
export function rowsInside({ graph, placeOf }: LeadView): Row[] {
  const rows: Row[] = [];
  for (const account of placeOf.keys()) {
    for (let k = graph.out.starts[account]!; k < graph.out.starts[account + 1]!; k++) {
      const row = graph.out.rows[k]!;
      const other = graph.beneficiary[row]!;
      if (other !== account && placeOf.has(other)) rows.push(row);
    }
  }
  return rows.sort((a, b) => a - b);
}

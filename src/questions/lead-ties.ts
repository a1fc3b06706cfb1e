import {
  type AskedLead,
  type EvidenceLine,
  nameOf,
  type AskedOperator,
  askedOperator,
  type Sum,
} from './asked-case.js';
import { groupBy } from './group-by.js';
import { lineOf, type Passage, type ReadLead, readLead, sumsOf } from './passages.js';
import { counted, money } from './plain-words.js';

/** Transfers from an operator of one lead to an operator of another. */
export interface LeadTie {
  readonly from: AskedOperator;
  readonly to: AskedOperator;
  readonly transfers: number;
  readonly sums: readonly Sum[];
  readonly evidence: readonly EvidenceLine[];
  readonly sentence: string;
}

/**
 * Operators that tie two leads. A lead shows the other end of such a transfer as "another account"; but where both leads show
 * the transfer, its file and line, amount and time are the same in both, and each names its own end. Transfers that only one
 * of the two shows stay untold, and so does everybody whom no lead names. O(transfers).
 *
 * @returns by the leads in their order, then by operators
 */
export function findLeadTies(leads: readonly AskedLead[]): LeadTie[] {
  const reads = leads.map(readLead);
  const outgoing = reads.flatMap((read, place) =>
    read.passages.flatMap((passage) => (passage.kind === 'out' ? [{ place, passage }] : [])),
  );
  const leaving = groupBy(outgoing, ({ place, passage }) => identityOf(reads[place]!, passage));
  const ties = new Map<string, Tied>();
  reads.forEach((read, place) => {
    for (const arriving of read.passages) {
      if (arriving.kind !== 'in') continue;
      for (const { place: other, passage } of leaving.get(identityOf(read, arriving)) ?? []) {
        if (other === place) continue;
        const key = [other, passage.from, place, arriving.to].join(' ');
        const known = ties.get(key) ?? { ends: [other, passage.from, place, arriving.to], passages: [] };
        known.passages.push(passage);
        ties.set(key, known);
      }
    }
  });
  return [...ties.values()].sort(byEnds).map((tied) => tieOf(reads, tied));
}

interface Tied {
  /** Lead and operator that pay, lead and operator that are paid. */
  readonly ends: readonly [number, number, number, number];
  /** As the paying lead shows them. */
  readonly passages: Passage[];
}

/** What is the same of one transfer in two leads. Two files may have one name, hence time and amount. */
function identityOf({ lead, codes }: ReadLead, passage: Passage): string {
  const { file, line } = lineOf(lead, passage);
  const amount = lead.transfers.amount[passage.index];
  return JSON.stringify([file, line, passage.timeMs, amount, codes[passage.currency]]);
}

function byEnds({ ends: a }: Tied, { ends: b }: Tied): number {
  return a.reduce((order, end, i) => (order === 0 ? end - b[i]! : order), 0);
}

function tieOf(reads: readonly ReadLead[], { ends: [payingLead, payer, paidLead, paid], passages }: Tied): LeadTie {
  const read = reads[payingLead]!;
  const from = askedOperator(read.lead, payer);
  const to = askedOperator(reads[paidLead]!.lead, paid);
  const sums = sumsOf(read, passages);
  return {
    from,
    to,
    transfers: passages.length,
    sums,
    evidence: passages.map((passage) => lineOf(read.lead, passage)),
    sentence: `${nameOf(from)} of ${from.lead} paid ${nameOf(to)} of ${to.lead}: ${counted(passages.length, 'transfer')}, ${money(sums)}.`,
  };
}

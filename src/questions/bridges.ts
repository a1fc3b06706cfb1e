import {
  type AskedCase,
  type AskedLead,
  type EvidenceLine,
  nameOf,
  type AskedOperator,
  askedOperator,
  type Sum,
  TRANSFERS_NOTE,
} from './asked-case.js';
import { type CutEdge, type CutPoint, findCuts } from './cut-points.js';
import { groupBy } from './group-by.js';
import { findLeadTies, type LeadTie } from './lead-ties.js';
import { lineOf, type Passage, type ReadLead, readLead, sumsOf } from './passages.js';
import { counted, listed, money } from './plain-words.js';

/** An operator without which the operators of a lead that deal with each other fall into parts. */
export interface LinkingOperator extends AskedOperator {
  /** Operators of each part that would be left, largest first. */
  readonly parts: readonly number[];
  readonly sentence: string;
}

/** Two operators whose transfers are the only link between two parts of a lead. */
export interface LinkingPair {
  readonly operators: readonly [AskedOperator, AskedOperator];
  /** Operators on the side of each. */
  readonly sides: readonly [number, number];
  readonly transfers: number;
  readonly sums: readonly Sum[];
  readonly evidence: readonly EvidenceLine[];
  readonly sentence: string;
}

/** What holds one lead together. */
export interface LeadBridges {
  readonly lead: string;
  /** Parts of operators that deal with each other in the transfers shown; one that deals with none is a part of its own. */
  readonly parts: number;
  readonly operators: readonly LinkingOperator[];
  readonly pairs: readonly LinkingPair[];
}

/** The answer of {@link bridges}. */
export interface Bridges {
  readonly leads: readonly LeadBridges[];
  /** Operators of one lead that deal with operators of another. */
  readonly between: readonly LeadTie[];
  readonly notes: readonly string[];
}

/**
 * Which operators and which transfers hold a lead together: articulation points and bridges of the simple graph of its named
 * operators, with an edge where at least one transfer went between two of them in either direction. And which operators tie
 * two leads, see `findLeadTies`.
 *
 * Not claimed: that such an account leads or plans anything; a landlord or an exchange office links people as well. Accounts
 * that are not named may link the same parts, which a document does not tell. O(transfers + operators).
 */
export function bridges(document: Pick<AskedCase, 'leads'>): Bridges {
  return {
    leads: document.leads.map(leadBridges),
    between: findLeadTies(document.leads),
    notes: [
      'Only operators are looked at: accounts that are not named may link the same parts.',
      'Between leads only transfers that stand in both are told; whom two leads both deal with besides is not in a case.',
      TRANSFERS_NOTE,
    ],
  };
}

function leadBridges(lead: AskedLead): LeadBridges {
  const read = readLead(lead);
  const inside = byPair(read);
  const neighbours = lead.operators.map((): number[] => []);
  for (const [a, others] of inside) {
    for (const b of others.keys()) {
      neighbours[a]!.push(b);
      neighbours[b]!.push(a);
    }
  }
  const { parts, points, edges } = findCuts(neighbours);
  return {
    lead: lead.lead,
    parts,
    operators: points.map((point) => linkingOperator(lead, point)),
    pairs: edges.map((edge) => linkingPair(read, edge, inside.get(edge.ends[0])!.get(edge.ends[1])!)),
  };
}

/** Transfers between operators by the lower and the higher of the two. */
function byPair({ passages }: ReadLead): Map<number, Map<number, Passage[]>> {
  const inside = passages.filter(({ kind }) => kind === 'inside');
  const byLower = groupBy(inside, ({ from, to }) => Math.min(from, to));
  return new Map([...byLower].map(([low, own]) => [low, groupBy(own, ({ from, to }) => Math.max(from, to))]));
}

function linkingOperator(lead: AskedLead, { node, sizes }: CutPoint): LinkingOperator {
  const operator = askedOperator(lead, node);
  const parts = `${sizes.length} parts of ${listed(sizes.map((size) => counted(size, 'account')))}`;
  return { ...operator, parts: sizes, sentence: `Without ${nameOf(operator)} its group falls into ${parts}.` };
}

function linkingPair(read: ReadLead, { ends, sizes }: CutEdge, passages: readonly Passage[]): LinkingPair {
  const operators = [askedOperator(read.lead, ends[0]), askedOperator(read.lead, ends[1])] as const;
  const sums = sumsOf(read, passages);
  const link = `${nameOf(operators[0])} and ${nameOf(operators[1])}`;
  return {
    operators,
    sides: sizes,
    transfers: passages.length,
    sums,
    evidence: passages.map((passage) => lineOf(read.lead, passage)),
    sentence: `Only ${counted(passages.length, 'transfer')} (${money(sums)}) between ${link} ${passages.length === 1 ? 'links' : 'link'} ${counted(sizes[0], 'account')} to ${sizes[1]}.`,
  };
}

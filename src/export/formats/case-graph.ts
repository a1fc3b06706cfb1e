import { type CaseDocument, type LeadDocument } from '../../disclosure/index.js';
import { UsageError } from '../../foundation/index.js';
import { caseKey } from './case-key.js';
import { type GraphEdge, leadEdges } from './lead-edges.js';
import { type GraphNode, leadNodes } from './lead-nodes.js';
import { requireDistinctLeads, requireWholeLead } from './whole-lead.js';

/**
 * What every export is made from. Operators are nodes of their own; who paid, and everybody else, are groups: at most two
 * for each operator and two for each lead, in which nobody is told apart. Texts are those of the document, not yet escaped.
 */
export interface CaseGraph {
  /** What stands at the head of every export. */
  readonly caution: string;
  /** The same for the same case; tells cases apart where exports of several meet in one database. */
  readonly key: string;
  /** Whether every transfer has an instant; otherwise some have only a position. */
  readonly hasClock: boolean;
  readonly leads: readonly LeadDocument[];
  readonly nodes: readonly GraphNode[];
  /** One for each transfer of each lead, in the order of the document. May be gone through again. */
  readonly edges: Iterable<GraphEdge>;
  /** Those of one lead. */
  readonly edgesOf: (lead: LeadDocument) => Iterable<GraphEdge>;
}

/** Which part of a case is exported. */
export interface CaseGraphOptions {
  /** Id of the only lead to export. Default: all. */
  readonly lead?: string;
}

const ALWAYS = 'Leads, not proof.';
const GROUPED = 'Who merely paid, and everybody else, is counted in groups and never named. Times are UTC.';

/**
 * The graph of a case. Nothing is measured or judged again, and nothing is in it that is not in the document.
 *
 * @throws UsageError `unknown-lead`
 * @throws InputError `case-unreadable` where the columns of a lead do not fit together
 */
export function caseGraph(document: CaseDocument, { lead }: CaseGraphOptions = {}): CaseGraph {
  requireDistinctLeads(document.leads);
  const leads = lead === undefined ? document.leads : document.leads.filter((one) => one.lead === lead);
  if (lead !== undefined && leads.length === 0) {
    const known = document.leads.map((one) => one.lead).join(', ');
    throw new UsageError('unknown-lead', `Expected a lead of the case (${known}) but received ${lead}`);
  }
  leads.forEach(requireWholeLead);
  return {
    caution: [...(document.notice.includes(ALWAYS) ? [] : [ALWAYS]), document.notice, GROUPED].join(' '),
    key: caseKey(document),
    hasClock: leads.every(({ transfers }) => transfers.start !== null),
    leads,
    nodes: leads.flatMap((one) => leadNodes(one, document.smallestGroup)),
    edges: {
      *[Symbol.iterator]() {
        for (const one of leads) yield* leadEdges(one, document);
      },
    },
    edgesOf: (one) => leadEdges(one, document),
  };
}

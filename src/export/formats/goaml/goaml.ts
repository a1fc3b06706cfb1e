import { type LeadDocument } from '../../../disclosure/index.js';
import { type CaseGraph } from '../case-graph.js';
import { xmlText } from '../shown-text.js';
import { type DeferredPart, type DraftPart, element } from './draft-part.js';
import { fitParts } from './fit-draft.js';
import { missingText } from './missing-text.js';
import { reportHead, reportTail } from './report-parts.js';
import { type SchemaType } from './schema-content.js';
import { transactionParts } from './transaction-parts.js';

/** The schema of the user's own unit: what it is called, and what its `report` may hold. */
export interface DraftSchema {
  readonly name: string;
  readonly report: Extract<SchemaType, { kind: 'elements' }>;
}

/**
 * A draft for one lead, in the order of elements of a schema, or of goAML 5.0.2 where none is given. It is never filed and does
 * not validate as it is: what the case cannot give is left out and listed by {@link goamlMissing}. Nobody is marked in it, who
 * merely paid is a group, and code lists and order of your own unit decide.
 */
export function* goamlText(graph: CaseGraph, lead: LeadDocument, schema?: DraftSchema): Generator<string, void> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<report>\n';
  for (const part of reportParts(graph, lead, schema)) yield `${partXml(part)}\n`;
  yield '</report>\n';
}

/** What stands in the way of the drafts of a case, as text, made from the same value as they are. */
export function* goamlMissing(graph: CaseGraph, schema?: DraftSchema): Generator<string, void> {
  const parts = function* (): Generator<DraftPart, void> {
    for (const lead of graph.leads) yield* reportParts(graph, lead, schema);
  };
  yield* missingText(parts(), { caution: graph.caution, schema: schema?.name ?? null });
}

/** The parts of a report; transactions are made as they are asked for. */
export function* reportParts(graph: CaseGraph, lead: LeadDocument, schema?: DraftSchema): Generator<DraftPart, void> {
  const nodes = new Map(graph.nodes.filter((node) => node.lead === lead.lead).map((node) => [node.id, node]));
  const transactions = function* (): Generator<DeferredPart, void> {
    for (const edge of graph.edgesOf(lead)) {
      const ends = { source: nodes.get(edge.source)!, target: nodes.get(edge.target)! };
      yield { name: 'transaction', make: () => element('transaction', transactionParts(edge, ends)) };
    }
  };
  if (schema !== undefined) {
    yield* fitParts([...reportHead(graph, lead), ...transactions(), ...reportTail()], schema.report);
    return;
  }
  yield* reportHead(graph, lead);
  for (const { make } of transactions()) yield make();
  yield* reportTail();
}

function partXml(part: DraftPart): string {
  if ('missing' in part || 'leftOut' in part) return '';
  const content = 'text' in part ? xmlText(part.text) : part.parts.map(partXml).join('');
  return `<${part.name}>${content}</${part.name}>`;
}

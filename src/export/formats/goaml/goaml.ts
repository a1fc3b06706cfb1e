import { type LeadDocument } from '../../../disclosure/index.js';
import { type CaseGraph } from '../case-graph.js';
import { shownText, xmlText } from '../shown-text.js';
import { type DraftPart, element } from './draft-part.js';
import { reportHead, reportTail } from './report-parts.js';
import { transactionParts } from './transaction-parts.js';

/**
 * A draft in the order of elements of goAML 5.0.2 for one lead. It is never filed and does not validate as it is: what the
 * case cannot give is left out and listed by {@link goamlMissing}. Nobody is marked in it, who merely paid is a group, and
 * code lists and order of your own unit decide.
 */
export function* goamlText(graph: CaseGraph, lead: LeadDocument): Generator<string, void> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<report>\n';
  for (const part of reportParts(graph, lead)) yield `${partXml(part)}\n`;
  yield '</report>\n';
}

/**
 * What schemas of goAML ask for and the draft of a case does not have, as text: path of the element, in how many places it
 * is missing, what it is. Made from the same value as the drafts.
 */
export function* goamlMissing(graph: CaseGraph): Generator<string, void> {
  const found = new Map<string, { count: number; readonly what: string }>();
  for (const lead of graph.leads) {
    for (const part of reportParts(graph, lead)) {
      for (const [path, what] of missingIn(part, 'report')) {
        const known = found.get(path);
        if (known === undefined) found.set(path, { count: 1, what });
        else known.count += 1;
      }
    }
  }
  yield `DRAFT: what is missing before anything could be reported\n\n${shownText(graph.caution)}\n`;
  yield 'Nothing was filed, and this program files nothing. Whether to report is for a person to decide.\n';
  yield 'The order of elements is that of goAML 5.0.2. The schema and the code lists of your own unit decide.\n';
  yield 'Parties are t_from and t_to; where one is your client, most units take t_from_my_client or t_to_my_client.\n';
  yield 'Groups of payers are no party that can be reported: who paid stands in your own records.\n\n';
  for (const [path, { count, what }] of found) yield `${path} (${count}): ${what}\n`;
}

/** The parts of a report; transactions are made as they are asked for. */
function* reportParts(graph: CaseGraph, lead: LeadDocument): Generator<DraftPart, void> {
  const nodes = new Map(graph.nodes.filter((node) => node.lead === lead.lead).map((node) => [node.id, node]));
  yield* reportHead(graph, lead);
  for (const edge of graph.edgesOf(lead)) {
    const ends = { source: nodes.get(edge.source)!, target: nodes.get(edge.target)! };
    yield element('transaction', transactionParts(edge, ends));
  }
  yield* reportTail();
}

function partXml(part: DraftPart): string {
  if ('missing' in part) return '';
  const content = 'text' in part ? xmlText(part.text) : part.parts.map(partXml).join('');
  return `<${part.name}>${content}</${part.name}>`;
}

function* missingIn(part: DraftPart, above: string): Generator<readonly [path: string, what: string], void> {
  const path = `${above}/${part.name}`;
  if ('missing' in part) yield [path, part.missing];
  else if ('parts' in part) for (const inner of part.parts) yield* missingIn(inner, path);
}

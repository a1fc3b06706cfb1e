import { type CaseGraph } from './case-graph.js';
import { EDGE_FIELDS, type GraphField, NODE_FIELDS } from './graph-fields.js';
import { type GraphNode } from './lead-nodes.js';
import { shownText } from './shown-text.js';

const SHAPES: Readonly<Record<GraphNode['kind'], string>> = { operator: 'box', payers: 'ellipse', others: 'octagon' };

/**
 * Graphviz DOT. Groups differ from operators by shape, not by colour. Labels are plain text, never HTML, and nothing is a
 * link. The caution is drawn under the picture.
 *
 * @see https://graphviz.org/doc/info/lang.html
 */
export function* dotText(graph: CaseGraph): Generator<string, void> {
  const caution = labelText(graph.caution);
  yield `digraph "case" {\ngraph [label=${caution}, labelloc="b", comment=${valueText(graph.caution)}];\n`;
  for (const node of graph.nodes) {
    const label = `label=${labelText(node.label)}, shape="${SHAPES[node.kind]}"`;
    yield `${valueText(node.id)} [${label}${values(NODE_FIELDS, node)}];\n`;
  }
  for (const edge of graph.edges) {
    const amount = edge.amount === null ? '' : `${edge.currency ?? ''} ${edge.amount}`.trim();
    const label = `id=${valueText(edge.id)}, label=${labelText(amount)}`;
    yield `${valueText(edge.source)} -> ${valueText(edge.target)} [${label}${values(EDGE_FIELDS, edge)}];\n`;
  }
  yield '}\n';
}

function values<T>(fields: readonly GraphField<T>[], item: T): string {
  return fields
    .map(({ name, value }) => {
      const known = value(item);
      return known === null ? '' : `, ${name}=${valueText(String(known))}`;
    })
    .join('');
}

/** A quoted string of the language: quotes are escaped, and backslashes, so that none of them escapes the closing quote. */
function valueText(text: string): string {
  return `"${shownText(text).replace(/[\\"]/gu, '\\$&')}"`;
}

/** The same for labels, in which Graphviz also reads entities such as `&lt;`. */
function labelText(text: string): string {
  return valueText(text.replaceAll('&', '&amp;'));
}

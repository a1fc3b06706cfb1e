import { VERSION } from '../../foundation/index.js';
import { type CaseGraph } from './case-graph.js';
import { EDGE_FIELDS, type GraphField, NODE_FIELDS } from './graph-fields.js';
import { type GraphEdge } from './lead-edges.js';
import { isDecimal, xmlText } from './shown-text.js';

const TYPES = { text: 'string', whole: 'integer', decimal: 'double' } as const;

/**
 * GEXF 1.3 for Gephi and others, dynamic: every edge has its instant, or its position where the data have no clock. The
 * amount is exact text; `weight` repeats it as a number for drawing only. Parallel transfers get different kinds, because
 * readers merge edges of one kind between the same nodes.
 *
 * @see https://gexf.net/ (GEXF 1.3 schema and primer)
 */
export function* gexfText(graph: CaseGraph): Generator<string, void> {
  const timeFormat = graph.hasClock ? 'dateTime' : 'double';
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
  yield `<meta><creator>illicit-flows ${VERSION}</creator><description>${xmlText(graph.caution)}</description></meta>\n`;
  yield `<graph defaultedgetype="directed" mode="dynamic" timerepresentation="timestamp" timeformat="${timeFormat}">\n`;
  yield declared('node', NODE_FIELDS);
  yield declared('edge', EDGE_FIELDS);
  yield '<nodes>\n';
  for (const node of graph.nodes) {
    yield `<node id="${xmlText(node.id)}" label="${xmlText(node.label)}">${values(NODE_FIELDS, node)}</node>\n`;
  }
  yield '</nodes>\n<edges>\n';
  const sameEnds = new Map<string, number>();
  for (const edge of graph.edges) {
    const ends = `${edge.source}>${edge.target}`;
    const ordinal = (sameEnds.get(ends) ?? 0) + 1;
    sameEnds.set(ends, ordinal);
    const place = `id="${xmlText(edge.id)}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}"`;
    const weight = isDecimal(edge.amount) ? ` weight="${Number(edge.amount)}"` : '';
    yield `<edge ${place} kind="transfer ${ordinal}"${weight}${timestamp(edge, graph)}>${values(EDGE_FIELDS, edge)}</edge>\n`;
  }
  yield '</edges>\n</graph>\n</gexf>\n';
}

function timestamp({ dateTime, position }: GraphEdge, { hasClock }: CaseGraph): string {
  const instant = hasClock ? dateTime : position;
  return instant === null ? '' : ` timestamp="${instant}"`;
}

function declared<T>(elements: 'node' | 'edge', fields: readonly GraphField<T>[]): string {
  const lines = fields.map(({ name, kind }) => `<attribute id="${name}" title="${name}" type="${TYPES[kind]}"/>\n`);
  return `<attributes class="${elements}" mode="static">\n${lines.join('')}</attributes>\n`;
}

function values<T>(fields: readonly GraphField<T>[], item: T): string {
  const cells = fields.map(({ name, value }) => {
    const known = value(item);
    return known === null ? '' : `<attvalue for="${name}" value="${xmlText(String(known))}"/>`;
  });
  return `<attvalues>${cells.join('')}</attvalues>`;
}

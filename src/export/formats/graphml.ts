import { type CaseGraph } from './case-graph.js';
import { EDGE_FIELDS, type GraphField, NODE_FIELDS } from './graph-fields.js';
import { isDecimal, xmlText } from './shown-text.js';

const TYPES = { text: 'string', whole: 'long', decimal: 'double' } as const;

/**
 * GraphML for yEd, Cytoscape, NetworkX and others. Every property is declared, every edge has an id; the amount is exact
 * text, `weight` repeats it as a number for drawing only.
 *
 * @see http://graphml.graphdrawing.org/ (GraphML 1.0 specification)
 */
export function* graphmlText(graph: CaseGraph): Generator<string, void> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield '<key id="g_caution" for="graph" attr.name="caution" attr.type="string"/>\n';
  yield '<key id="n_label" for="node" attr.name="label" attr.type="string"/>\n';
  yield '<key id="e_weight" for="edge" attr.name="weight" attr.type="double"/>\n';
  yield declared('node', NODE_FIELDS);
  yield declared('edge', EDGE_FIELDS);
  yield `<graph id="case" edgedefault="directed">\n<data key="g_caution">${xmlText(graph.caution)}</data>\n`;
  for (const node of graph.nodes) {
    const label = `<data key="n_label">${xmlText(node.label)}</data>`;
    yield `<node id="${xmlText(node.id)}">${label}${values('node', NODE_FIELDS, node)}</node>\n`;
  }
  for (const edge of graph.edges) {
    const place = `id="${xmlText(edge.id)}" source="${xmlText(edge.source)}" target="${xmlText(edge.target)}"`;
    const weight = isDecimal(edge.amount) ? `<data key="e_weight">${Number(edge.amount)}</data>` : '';
    yield `<edge ${place}>${weight}${values('edge', EDGE_FIELDS, edge)}</edge>\n`;
  }
  yield '</graph>\n</graphml>\n';
}

type Elements = 'node' | 'edge';

function declared<T>(elements: Elements, fields: readonly GraphField<T>[]): string {
  return fields
    .map(
      ({ name, kind }) =>
        `<key id="${keyOf(elements, name)}" for="${elements}" attr.name="${name}" attr.type="${TYPES[kind]}"/>\n`,
    )
    .join('');
}

function values<T>(elements: Elements, fields: readonly GraphField<T>[], item: T): string {
  return fields
    .map(({ name, value }) => {
      const known = value(item);
      return known === null ? '' : `<data key="${keyOf(elements, name)}">${xmlText(String(known))}</data>`;
    })
    .join('');
}

function keyOf(elements: Elements, name: string): string {
  return `${elements[0]!}_${name}`;
}

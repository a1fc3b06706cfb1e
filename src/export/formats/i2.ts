import { type CaseGraph } from './case-graph.js';
import { EDGE_FIELDS, type GraphField } from './graph-fields.js';
import { guardedTable } from './guarded-table.js';
import { type GraphEdge } from './lead-edges.js';
import { type GraphNode } from './lead-nodes.js';

const TYPES: Readonly<Record<GraphNode['kind'], string>> = {
  operator: 'Account',
  payers: 'Group of payers',
  others: 'Group of accounts',
};
/** Date and time are columns of their own here. */
const OWN = new Set(['time']);

/**
 * A link table for i2 Analyst's Notebook, Maltego and others that import rows: one row for each transfer, with identity, type
 * and label of both ends. Ids hold the key of the case, so that charts of two cases can be joined. The import
 * specification is made once by the analyst.
 */
export function i2Text(graph: CaseGraph): Generator<string, void> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const end = (name: 'from' | 'to', idOf: (edge: GraphEdge) => string): GraphField<GraphEdge>[] => [
    { name: `${name}_id`, kind: 'text', value: (edge) => `${graph.key}-${idOf(edge)}` },
    { name: `${name}_type`, kind: 'text', value: (edge) => TYPES[nodes.get(idOf(edge))!.kind] },
    { name: `${name}_label`, kind: 'text', value: (edge) => nodes.get(idOf(edge))!.label },
  ];
  const fields: GraphField<GraphEdge>[] = [
    ...end('from', ({ source }) => source),
    ...end('to', ({ target }) => target),
    { name: 'link_id', kind: 'text', value: ({ id }) => `${graph.key}-${id}` },
    { name: 'link_type', kind: 'text', value: () => 'Transfer' },
    { name: 'direction', kind: 'text', value: () => 'from to' },
    { name: 'date', kind: 'text', value: ({ time }) => time?.split('T')[0] ?? null },
    { name: 'time_utc', kind: 'text', value: ({ time }) => time?.split('T')[1]?.replace('Z', '') ?? null },
    ...EDGE_FIELDS.filter(({ name }) => !OWN.has(name)),
    { name: 'caution', kind: 'text', value: () => graph.caution },
  ];
  return guardedTable(fields, graph.edges);
}

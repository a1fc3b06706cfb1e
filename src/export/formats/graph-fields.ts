import { type GraphEdge } from './lead-edges.js';
import { type GraphNode } from './lead-nodes.js';

/** A property of nodes or edges under the name that every format gives it. */
export interface GraphField<T> {
  readonly name: string;
  readonly kind: 'text' | 'whole' | 'decimal';
  /** Null where there is nothing to say: formats leave the property out. */
  readonly value: (item: T) => string | number | null;
}

/** Properties of nodes beside id and label. */
export const NODE_FIELDS: readonly GraphField<GraphNode>[] = [
  { name: 'kind', kind: 'text', value: ({ kind }) => kind },
  { name: 'lead', kind: 'text', value: ({ lead }) => lead },
  { name: 'role', kind: 'text', value: (node) => (node.kind === 'operator' ? node.role : null) },
  { name: 'rule', kind: 'text', value: (node) => (node.kind === 'operator' ? node.rule : null) },
  { name: 'country', kind: 'text', value: (node) => (node.kind === 'operator' ? node.country : null) },
  { name: 'score', kind: 'decimal', value: (node) => (node.kind === 'operator' ? node.score : null) },
  { name: 'count', kind: 'whole', value: (node) => (node.kind === 'operator' ? null : node.count) },
];

/** Properties of edges beside id, source and target. Amounts are texts: exact, and never added up by a tool. */
export const EDGE_FIELDS: readonly GraphField<GraphEdge>[] = [
  { name: 'lead', kind: 'text', value: ({ lead }) => lead },
  { name: 'flow', kind: 'text', value: ({ flow }) => flow },
  { name: 'amount', kind: 'text', value: ({ amount }) => amount },
  { name: 'currency', kind: 'text', value: ({ currency }) => currency },
  { name: 'time', kind: 'text', value: ({ time }) => time },
  { name: 'position', kind: 'decimal', value: ({ position }) => position },
  { name: 'channel', kind: 'text', value: ({ channel }) => channel },
  { name: 'country_from', kind: 'text', value: ({ countryFrom }) => countryFrom },
  { name: 'country_to', kind: 'text', value: ({ countryTo }) => countryTo },
  { name: 'place_from', kind: 'text', value: ({ placeFrom }) => placeFrom },
  { name: 'place_to', kind: 'text', value: ({ placeTo }) => placeTo },
  { name: 'file', kind: 'text', value: ({ file }) => file },
  { name: 'line', kind: 'whole', value: ({ line }) => line },
  { name: 'findings', kind: 'text', value: ({ findings }) => (findings.length === 0 ? null : findings.join(' ')) },
];

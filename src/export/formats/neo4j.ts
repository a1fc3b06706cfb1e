import { type CaseGraph } from './case-graph.js';
import { EDGE_FIELDS, type GraphField, NODE_FIELDS } from './graph-fields.js';
import { guardedTable } from './guarded-table.js';
import { type GraphEdge } from './lead-edges.js';
import { type GraphNode } from './lead-nodes.js';
import { shownText } from './shown-text.js';

const LABELS: Readonly<Record<GraphNode['kind'], string>> = {
  operator: 'Operator',
  payers: 'ProtectedPayers',
  others: 'OtherAccounts',
};
const TYPES = { text: '', whole: ':int', decimal: ':double' } as const;

/** nodes.csv with the typed header of `neo4j-admin database import`. Ids hold the key of the case. */
export function neo4jNodes(graph: CaseGraph): Generator<string, void> {
  return guardedTable<GraphNode>(
    [
      { name: 'id:ID', kind: 'text', value: ({ id }) => `${graph.key}-${id}` },
      { name: 'label', kind: 'text', value: ({ label }) => label },
      ...NODE_FIELDS.map(typed),
      { name: ':LABEL', kind: 'text', value: ({ kind }) => LABELS[kind] },
    ],
    graph.nodes,
  );
}

/** edges.csv: one relation for each transfer, with an id of its own, so that parallel transfers stay apart. */
export function neo4jEdges(graph: CaseGraph): Generator<string, void> {
  return guardedTable<GraphEdge>(
    [
      { name: ':START_ID', kind: 'text', value: ({ source }) => `${graph.key}-${source}` },
      { name: ':END_ID', kind: 'text', value: ({ target }) => `${graph.key}-${target}` },
      { name: 'id', kind: 'text', value: ({ id }) => `${graph.key}-${id}` },
      ...EDGE_FIELDS.map(typed),
      { name: ':TYPE', kind: 'text', value: () => 'TRANSFER' },
    ],
    graph.edges,
  );
}

/** caution.txt, to stay with the tables. */
export function neo4jCaution({ caution }: CaseGraph): string {
  return `${shownText(caution)}\n`;
}

/**
 * load.cypher: constant statements that read the two tables; no data stands in them. Run from the folder that Neo4j
 * imports from. Loading twice changes nothing.
 */
export function neo4jLoader(): string {
  const set = (variable: string, fields: readonly GraphField<never>[]): string =>
    fields.map((field) => `${variable}.${field.name} = ${columnValue(field)}`).join(',\n    ');
  return `// Leads, not proof: they need review by a person. See caution.txt. Who merely paid is counted in groups, never named.
CREATE CONSTRAINT party_id IF NOT EXISTS FOR (p:Party) REQUIRE p.id IS UNIQUE;

LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
MERGE (p:Party {id: row.\`id:ID\`})
SET p.label = row.label,
    ${set('p', NODE_FIELDS)}
FOREACH (_ IN CASE row.kind WHEN 'operator' THEN [1] ELSE [] END | SET p:Operator)
FOREACH (_ IN CASE row.kind WHEN 'payers' THEN [1] ELSE [] END | SET p:ProtectedPayers)
FOREACH (_ IN CASE row.kind WHEN 'others' THEN [1] ELSE [] END | SET p:OtherAccounts);

LOAD CSV WITH HEADERS FROM 'file:///edges.csv' AS row
MATCH (a:Party {id: row.\`:START_ID\`})
MATCH (b:Party {id: row.\`:END_ID\`})
MERGE (a)-[t:TRANSFER {id: row.id}]->(b)
SET ${set('t', EDGE_FIELDS)};
`;
}

function typed<T>(field: GraphField<T>): GraphField<T> {
  return { ...field, name: `${field.name}${TYPES[field.kind]}` };
}

function columnValue({ name, kind }: GraphField<never>): string {
  const column = `row.\`${name}${TYPES[kind]}\``;
  if (kind === 'text') return column;
  return kind === 'whole' ? `toInteger(${column})` : `toFloat(${column})`;
}

import { type CaseDocument } from '../../../src/disclosure/index.js';
import { caseGraph } from '../../../src/export/formats/case-graph.js';
import { type DraftPart } from '../../../src/export/formats/goaml/draft-part.js';
import { reportParts } from '../../../src/export/formats/goaml/goaml.js';
import { readReportType } from '../../../src/export/formats/goaml/read-report-type.js';
import { xmlText } from '../../../src/export/formats/shown-text.js';

/** The parts of the draft of the first lead, by a schema or without one. */
export function draftParts(document: CaseDocument, schema?: string): DraftPart[] {
  const graph = caseGraph(document);
  const by = schema === undefined ? undefined : { name: 'unit.xsd', report: readReportType(schema) };
  return [...reportParts(graph, graph.leads[0]!, by)];
}

/** The draft of the first lead by a schema, with a value wherever something is missing. */
export function filledDraft(document: CaseDocument, schema: string): string {
  return `<report>${draftParts(document, schema).map(filled).join('')}</report>`;
}

function filled(part: DraftPart): string {
  if ('leftOut' in part) return '';
  const content =
    'missing' in part
      ? (VALUES.get(part.name) ?? 'x')
      : 'text' in part
        ? xmlText(part.text)
        : part.parts.map(filled).join('');
  return `<${part.name}>${content}</${part.name}>`;
}

const VALUES = new Map([
  ['amount_local', '1.00'],
  ['date_transaction', '2024-01-01T00:00:00'],
]);

import { type CaseDocument } from '../../disclosure/index.js';
import { UsageError } from '../../foundation/index.js';
import { type CaseGraph, caseGraph, type CaseGraphOptions } from './case-graph.js';
import { dotText } from './dot.js';
import { ftmText } from './ftm.js';
import { gexfText } from './gexf.js';
import { type DraftSchema, goamlMissing, goamlText } from './goaml/goaml.js';
import { readReportType } from './goaml/read-report-type.js';
import { graphmlText } from './graphml.js';
import { i2Text } from './i2.js';
import { neo4jCaution, neo4jEdges, neo4jLoader, neo4jNodes } from './neo4j.js';
import { type Deflate } from './xlsx/zip-archive.js';
import { xlsxBytes } from './xlsx/xlsx.js';

/** Formats of other tools. */
export const EXPORT_FORMATS = ['gexf', 'graphml', 'ftm', 'neo4j', 'i2', 'goaml', 'dot', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file of an export: its name, and its content in chunks of text (UTF-8) or bytes. */
export interface ExportedFile {
  readonly name: string;
  readonly chunks: Iterable<string | Uint8Array>;
}

/** Choices of {@link exportCase}. */
export interface ExportCaseOptions extends CaseGraphOptions {
  /** Makes spreadsheets small, such as `deflateRawSync` of Node. Default: stored as they are. */
  readonly deflate?: Deflate;
  /** Name and text of an XSD that drafts of `goaml` follow. Default: the order of elements of goAML 5.0.2. */
  readonly schema?: { readonly name: string; readonly text: string };
}

/** What an export is: its files, and how much is in them. */
export interface CaseExport {
  readonly files: readonly ExportedFile[];
  readonly leads: number;
  readonly operators: number;
  /** Nodes that stand for people or accounts that are not told apart. */
  readonly groups: number;
  readonly transfers: number;
}

/** Whether an export of a format is several files, which belong into a folder of their own. */
export function isFolderFormat(format: ExportFormat): boolean {
  return format === 'neo4j' || format === 'goaml';
}

/**
 * A case in a format of another tool. Everything is taken from the document: operators of leads one by one, everybody else in
 * groups, each transfer with file and line. The same document gives the same bytes.
 *
 * @param document - a case as it was written
 * @returns the files, made as their chunks are asked for
 * @throws UsageError `unknown-lead`, `schema-without-goaml` for a schema with another format
 * @throws InputError `case-unreadable` where the document does not fit together, and what {@link readReportType} throws
 */
export function exportCase(document: CaseDocument, format: ExportFormat, options: ExportCaseOptions = {}): CaseExport {
  const schema = draftSchema(format, options);
  const graph = caseGraph(document, options);
  const operators = graph.nodes.filter(({ kind }) => kind === 'operator').length;
  return {
    files: filesOf(graph, format, { ...options, schema }),
    leads: graph.leads.length,
    operators,
    groups: graph.nodes.length - operators,
    transfers: graph.leads.reduce((sum, { transfers }) => sum + transfers.from.length, 0),
  };
}

function draftSchema(format: ExportFormat, { schema }: ExportCaseOptions): DraftSchema | undefined {
  if (schema === undefined) return undefined;
  if (format !== 'goaml') {
    throw new UsageError('schema-without-goaml', `Expected a schema only with goaml but received one with ${format}`);
  }
  return { name: schema.name, report: readReportType(schema.text) };
}

interface FileOptions {
  readonly deflate?: Deflate;
  readonly schema: DraftSchema | undefined;
}

function filesOf(graph: CaseGraph, format: ExportFormat, { deflate, schema }: FileOptions): ExportedFile[] {
  switch (format) {
    case 'gexf':
      return [{ name: 'case.gexf', chunks: gexfText(graph) }];
    case 'graphml':
      return [{ name: 'case.graphml', chunks: graphmlText(graph) }];
    case 'ftm':
      return [{ name: 'case.ftm.json', chunks: ftmText(graph) }];
    case 'i2':
      return [{ name: 'case-links.csv', chunks: i2Text(graph) }];
    case 'dot':
      return [{ name: 'case.dot', chunks: dotText(graph) }];
    case 'xlsx':
      return [{ name: 'case.xlsx', chunks: xlsxBytes(graph, deflate === undefined ? {} : { deflate }) }];
    case 'neo4j':
      return [
        { name: 'nodes.csv', chunks: neo4jNodes(graph) },
        { name: 'edges.csv', chunks: neo4jEdges(graph) },
        { name: 'load.cypher', chunks: [neo4jLoader()] },
        { name: 'caution.txt', chunks: [neo4jCaution(graph)] },
      ];
    case 'goaml':
      return [
        { name: 'goaml-missing.txt', chunks: goamlMissing(graph, schema) },
        ...graph.leads.map((lead) => ({ name: `${lead.lead}-draft.xml`, chunks: goamlText(graph, lead, schema) })),
      ];
  }
}

import { type LeadDocument } from '../../../disclosure/index.js';
import { type CaseGraph } from '../case-graph.js';
import { EDGE_FIELDS, type GraphField, NODE_FIELDS } from '../graph-fields.js';
import { type GraphEdge } from '../lead-edges.js';
import { type GraphNode } from '../lead-nodes.js';
import { isDecimal } from '../shown-text.js';
import { sheetXml } from './sheet.js';
import { type ArchiveFile, type Deflate, zipArchive } from './zip-archive.js';
import { workbookParts } from './workbook.js';

/** Choices of {@link xlsxBytes}. */
export interface XlsxOptions {
  /** Makes the file small, such as `deflateRawSync` of Node. Default: stored as it is. */
  readonly deflate?: Deflate;
  /** Most transfers of a sheet; further ones go to the next. Default 1,000,000, close to what spreadsheets can open. */
  readonly sheetRows?: number;
}

/**
 * A spreadsheet with the sheets `read first`, `leads`, `accounts` and `transfers`. `accounts` lists operators and groups.
 * Amounts are exact texts, repeated as numbers for sums; sums of different currencies mean nothing.
 */
export function xlsxBytes(graph: CaseGraph, options: XlsxOptions = {}): Generator<Uint8Array, void> {
  return zipArchive(parts(graph, options.sheetRows ?? 1_000_000), options.deflate);
}

function* parts(graph: CaseGraph, sheetRows: number): Generator<ArchiveFile, void> {
  const edges = [...graph.edges];
  const labels = new Map(graph.nodes.map(({ id, label }) => [id, label]));
  const pages = Array.from({ length: Math.max(1, Math.ceil(edges.length / sheetRows)) }, (_, i) =>
    edges.slice(i * sheetRows, (i + 1) * sheetRows),
  );
  const sheets = new Map([
    ['read first', sheetXml([{ name: 'read first', kind: 'text', value: String }], [graph.caution])],
    ['leads', sheetXml(LEAD_FIELDS, graph.leads)],
    ['accounts', sheetXml(ACCOUNT_FIELDS, graph.nodes)],
    ...pages.map(
      (page, i) => [`transfers${i === 0 ? '' : ` ${i + 1}`}`, sheetXml(transferFields(labels), page)] as const,
    ),
  ]);
  for (const [name, text] of workbookParts([...sheets.keys()], graph.caution)) yield { name, bytes: encoded([text]) };
  for (const [i, sheet] of [...sheets.values()].entries()) {
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, bytes: encoded(sheet) };
  }
}

const LEAD_FIELDS: readonly GraphField<LeadDocument>[] = [
  { name: 'lead', kind: 'text', value: ({ lead }) => lead },
  { name: 'level', kind: 'text', value: ({ level }) => level },
  { name: 'evidence_weight', kind: 'decimal', value: ({ score }) => score },
  { name: 'operators', kind: 'whole', value: ({ operators }) => operators.length },
  { name: 'companions', kind: 'whole', value: ({ companions }) => companions },
  { name: 'protected_payers', kind: 'whole', value: ({ senders }) => senders.protectedPayers },
  { name: 'also_paid_back', kind: 'whole', value: ({ senders }) => senders.alsoPaidBack },
  { name: 'transfers', kind: 'whole', value: ({ transferCount }) => transferCount },
  { name: 'paid_in', kind: 'text', value: ({ paidIn }) => sumsText(paidIn) },
  { name: 'moved', kind: 'text', value: ({ moved }) => sumsText(moved) },
  { name: 'paid_out', kind: 'text', value: ({ paidOut }) => sumsText(paidOut) },
  { name: 'first', kind: 'text', value: ({ first }) => first },
  { name: 'last', kind: 'text', value: ({ last }) => last },
  { name: 'patterns', kind: 'text', value: ({ typologies }) => typologies.join(' ') },
  { name: 'narrative', kind: 'text', value: ({ narrative }) => narrative.join(' ') },
];

const ACCOUNT_FIELDS: readonly GraphField<GraphNode>[] = [
  { name: 'id', kind: 'text', value: ({ id }) => id },
  { name: 'label', kind: 'text', value: ({ label }) => label },
  ...NODE_FIELDS,
];

function transferFields(labels: ReadonlyMap<string, string>): GraphField<GraphEdge>[] {
  return [
    { name: 'id', kind: 'text', value: ({ id }) => id },
    { name: 'from', kind: 'text', value: ({ source }) => source },
    { name: 'from_label', kind: 'text', value: ({ source }) => labels.get(source)! },
    { name: 'to', kind: 'text', value: ({ target }) => target },
    { name: 'to_label', kind: 'text', value: ({ target }) => labels.get(target)! },
    ...EDGE_FIELDS,
    { name: 'amount_number', kind: 'decimal', value: ({ amount }) => (isDecimal(amount) ? Number(amount) : null) },
  ];
}

/** `EUR 12.50; USD 3.00` */
function sumsText(sums: LeadDocument['paidIn']): string {
  return sums.map(({ currency, amount }) => `${currency} ${amount}`).join('; ');
}

/** UTF-8 of text in chunks. */
function encoded(chunks: Iterable<string>): Uint8Array {
  const pieces: Uint8Array[] = [];
  let pending = '';
  for (const chunk of chunks) {
    pending += chunk;
    if (pending.length < 1 << 20) continue;
    pieces.push(new TextEncoder().encode(pending));
    pending = '';
  }
  pieces.push(new TextEncoder().encode(pending));
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let end = 0;
  for (const piece of pieces) {
    bytes.set(piece, end);
    end += piece.length;
  }
  return bytes;
}

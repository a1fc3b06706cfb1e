import { InputError } from '../foundation/index.js';
import { TextInterner } from '../structures/index.js';
import { type CompiledPlan, compilePlan } from './compile-plan.js';
import { type Dialect, type SkipCode } from './dialect.js';
import { FileHeader, shownNames } from './file-header.js';
import { columnsOf, type DialectHints, type Layout, type Mapping } from './mapping.js';
import { RecordReading } from './record-reading.js';
import { type RowPlan } from './row-plan.js';
import { type FileFacts } from './values/plan-cells.js';
import { type SampleRecord, sampleRecords } from './sample-records.js';
import { describeDelimiter, sniffDialect } from './sniff-dialect.js';

/** The beginning of a file. */
export interface FileStart {
  readonly name: string;
  /** First bytes, unpacked. */
  readonly head: Uint8Array;
  /** Whether they are the whole file. */
  readonly isWhole: boolean;
  /** The account that the caller says the file is a statement of. Default: none was said. */
  readonly ownAccount?: string | undefined;
}

/** How one file will be read. */
export interface ChosenLayout {
  readonly layout: string;
  readonly dialect: Dialect;
  /** Undefined for a file of nothing but blank lines. */
  readonly plan: RowPlan | undefined;
  readonly notes: readonly string[];
}

/** A layout without header is recognised by one of this many records. */
const TRIED_RECORDS = 10;

/** The beginning of a table whose cells need no dialect to be told apart. */
export interface TableStart {
  readonly name: string;
  readonly encoding: string;
  /** Undefined = they stand in the first records. */
  readonly columns: readonly string[] | undefined;
  readonly records: readonly SampleRecord[];
  readonly isWhole: boolean;
  /** The account that the table is a statement of, where the caller said so. */
  readonly ownAccount?: string | undefined;
}

/** The sample under one layout's dialect. */
interface Opening {
  readonly file: FileFacts;
  /** Whether the sample is the whole file. */
  readonly isWhole: boolean;
  readonly dialect: Dialect;
  /** What was decided on the way, as sentences. */
  readonly notes: readonly string[];
  /** Column names that do not stand in a record; undefined = the first record after the prelude is looked at. */
  readonly columns: readonly string[] | undefined;
  readonly records: readonly SampleRecord[];
  /** Codes of the records before the header or, without one, the first transfer. */
  readonly prelude: readonly SkipCode[];
}

/**
 * Finds the layout that fits a file: the first whose columns are all in the header, else the first without header under which
 * one of the first records reads as a transfer.
 *
 * @param owner name of the preset; empty for a mapping of the user's own
 * @throws InputError `layout-unknown` if none fits, and what compilePlan throws
 */
export function chooseLayout(start: FileStart, layouts: readonly Layout[], owner: string): ChosenLayout {
  return chooseAmong(start.name, layouts, owner, ({ mapping }) => openFile(start, mapping));
}

/**
 * {@link chooseLayout} for a table of another format. Columns that the format names need no header; where they stand in the first
 * records, titles and header are found as in text.
 *
 * @throws InputError as chooseLayout
 */
export function chooseTableLayout(start: TableStart, layouts: readonly Layout[], owner: string): ChosenLayout {
  return chooseAmong(start.name, layouts, owner, ({ mapping }) => openTable(start, mapping));
}

function chooseAmong(
  name: string,
  layouts: readonly Layout[],
  owner: string,
  open: (layout: Layout) => Opening,
): ChosenLayout {
  const openings = new Map(layouts.map((layout) => [layout, open(layout)]));
  const first = openings.get(layouts[0]!)!;
  // A list of objects without one, such as `[]`, has no columns either.
  const columns = first.columns?.length ?? 0;
  if (columns === 0 && first.records.every(({ raw }) => raw.trim() === '')) {
    const notes = ['the file is empty'];
    return { layout: '', dialect: first.dialect, plan: undefined, notes };
  }
  for (const withHeader of [true, false]) {
    for (const layout of layouts) {
      const opening = openings.get(layout)!;
      if (hasHeader(layout.mapping, opening) !== withHeader) continue;
      const header = headerOf(layout.mapping, opening, withHeader);
      // The user's own mapping is compiled as it is, so that the error names the column.
      if (owner !== '' && !fits(layout.mapping, opening, header, withHeader)) continue;
      return compileLayout(layout, opening, header, withHeader);
    }
  }
  throw unknownLayout(name, layouts, owner, first);
}

function openFile({ head, isWhole, name, ownAccount }: FileStart, { dialect = {} }: Mapping): Opening {
  const sniffed = sniffDialect(head, dialect);
  const all = sampleRecords(sniffed.text, sniffed.dialect.delimiter, Infinity);
  // The last record of a sample may be cut.
  const records = isWhole || all.length < 2 ? all : all.slice(0, -1);
  const prelude = preludeOf(records, dialect, sniffed.hasSepLine ? ['sep-line'] : []);
  const file = { name, titles: titlesOf(records, prelude), ownAccount };
  return { file, isWhole, dialect: sniffed.dialect, notes: sniffed.notes, columns: undefined, records, prelude };
}

/** Titles and the like apply where the header stands in the records. */
function openTable(start: TableStart, { dialect = {} }: Mapping): Opening {
  const { name, encoding, columns, records, isWhole, ownAccount } = start;
  const prelude = columns === undefined ? preludeOf(records, dialect, []) : [];
  const file = { name, titles: titlesOf(records, prelude), ownAccount };
  return { file, isWhole, dialect: { encoding, bomBytes: 0, delimiter: '' }, notes: [], columns, records, prelude };
}

/** The texts above a header, one per record. */
function titlesOf(records: readonly SampleRecord[], prelude: readonly SkipCode[]): string[] {
  return records.slice(0, prelude.length).map(({ cells }) => cells.map((cell) => cell.trim()).join(' '));
}

/** Codes of the records before the header, behind those that are known already. */
function preludeOf(records: readonly SampleRecord[], dialect: DialectHints, before: readonly SkipCode[]): SkipCode[] {
  const prelude = [...before];
  for (let i = 0; i < (dialect.titleRows ?? 0); i++) prelude.push('title-line');
  for (; prelude.length < records.length;) {
    const { raw } = records[prelude.length]!;
    if (raw.trim() === '') prelude.push('blank-line');
    else if (dialect.skipPrefixes?.some((prefix) => raw.startsWith(prefix)) === true) prelude.push('marker-line');
    else break;
  }
  return prelude;
}

/** Whether the first record after the prelude names columns. */
function hasHeader(mapping: Mapping, opening: Opening): boolean {
  if (opening.columns !== undefined) return true;
  const hint = mapping.dialect?.header ?? 'auto';
  if (hint !== 'auto') return hint;
  if (columnsOf(mapping).some((column) => typeof column !== 'number')) return true;
  // Without a time and an amount every record reads as a transfer: then there is no telling, and no header.
  const [first, second] = opening.records.slice(opening.prelude.length);
  if (first === undefined || second === undefined) return false;
  return !readsAsTransfer(mapping, first, opening) && readsAsTransfer(mapping, second, opening);
}

/** Whether a record has the right number of cells, two accounts, and a time and an amount that can be read. */
function readsAsTransfer(mapping: Mapping, { cells, raw }: SampleRecord, { records, file }: Opening): boolean {
  const header = FileHeader.numbered(mapping.columnCount ?? cells.length);
  const { plan } = compilePlan(mapping, { header, prelude: [], sample: records.map((record) => record.cells), file });
  const reading = new RecordReading(plan, new TextInterner());
  return (
    reading.start(cells, raw) &&
    reading.party(plan.payer, plan.beneficiary) !== null &&
    reading.party(plan.beneficiary, plan.payer) !== null &&
    reading.instant(0) !== null &&
    reading.flow() !== null
  );
}

function headerOf(mapping: Mapping, opening: Opening, withHeader: boolean): FileHeader {
  const cells = opening.columns ?? firstCells(opening);
  return withHeader ? FileHeader.named(cells) : FileHeader.numbered(mapping.columnCount ?? cells.length);
}

function fits(mapping: Mapping, opening: Opening, header: FileHeader, withHeader: boolean): boolean {
  if (!withHeader) {
    const first = opening.records.slice(opening.prelude.length, opening.prelude.length + TRIED_RECORDS);
    return first.some((record) => readsAsTransfer(mapping, record, opening));
  }
  return columnsOf(mapping).every(
    (column) => (typeof column === 'object' && column.optional === true) || header.find(column) >= 0,
  );
}

function compileLayout(layout: Layout, opening: Opening, header: FileHeader, withHeader: boolean): ChosenLayout {
  const { dialect, records, file } = opening;
  const isRecord = withHeader && opening.columns === undefined;
  const prelude: readonly SkipCode[] = isRecord ? [...opening.prelude, 'header-line'] : opening.prelude;
  const sample = records.slice(prelude.length).map(({ cells }) => cells);
  const { plan, notes }: CompiledPlan = compilePlan(layout.mapping, { header, prelude, sample, file });
  const repeated = header.repeated();
  const remarks =
    repeated.length === 0 ? [] : [`column names used more than once: ${repeated.join(', ').slice(0, 200)}`];
  if (sample.length === 0 && opening.isWhole) remarks.push('the file has no rows below its header');
  return { layout: layout.name, dialect, plan, notes: [...opening.notes, ...remarks, ...notes] };
}

function firstCells({ records, prelude }: Opening): readonly string[] {
  return records[prelude.length]?.cells ?? [];
}

function unknownLayout(name: string, layouts: readonly Layout[], owner: string, opening: Opening): InputError {
  const cells = opening.columns ?? firstCells(opening);
  const found = shownNames(cells);
  const known = layouts.map((layout) => layout.name).join(', ');
  const { delimiter } = opening.dialect;
  const apart = delimiter === '' ? '' : ` set apart by ${describeDelimiter(delimiter)}`;
  const received =
    cells.length === 0
      ? 'a first record that is too long, has too many columns or leaves a quote open'
      : `${cells.length} columns${apart}: ${found}`;
  return new InputError(
    'layout-unknown',
    `Expected ${name} to be of preset ${owner} (${known}) but received ${received}`,
  );
}

import { IllicitFlowsError } from '../foundation/index.js';
import { greatest } from '../structures/index.js';
import { type ChosenLayout, chooseLayout } from './choose-layout.js';
import { type FileFormat } from './formats/table.js';
import { type DialectHints, type Layout, type Mapping } from './mapping.js';
import { looksLikeHeader } from './file-header.js';
import { layoutsOf, PRESET_NAMES, type PresetName } from './presets.js';
import { guessEncoding } from './proposal/guess-encoding.js';
import { headerEvidence } from './proposal/header-evidence.js';
import { proposeMapping } from './proposal/propose-mapping.js';
import { isComplete, noteUnused, readBack, readsMost, standIn } from './proposal/read-back.js';
import { type SampleReading } from './proposal/try-reading.js';
import { type SampleRecord, sampleRecords } from './sample-records.js';
import { isSensitiveColumn } from './sensitive-columns.js';
import { describeDelimiter, isUtf8, sniffDialect, type SniffedDialect } from './sniff-dialect.js';

/** What the beginning of a file looks like, and how it might be read. */
export interface Inspection {
  readonly name: string;
  /** Found by content; `text` = cells set apart by a delimiter. */
  readonly format: FileFormat;
  /** Sheets of a workbook in order, the first with rows being the one looked at; else empty. */
  readonly sheets: readonly string[];
  readonly encoding: string;
  /** One character or `blank`; empty for every format but delimited text. */
  readonly delimiter: string;
  /** Header texts as written. */
  readonly columns: readonly string[];
  /** The first preset that fits, with the name of its layout. */
  readonly preset: PresetName | undefined;
  readonly layout: string | undefined;
  /** A proposal where no preset fits, with `???` for what was not recognised; undefined if nothing was. */
  readonly mapping: Mapping | undefined;
  /** What came of reading the sample with the preset or the proposal; undefined if it cannot be read as it is. */
  readonly sample: SampleReading | undefined;
  /** What a person should check before using the proposal, as sentences. */
  readonly doubts: readonly string[];
}

/** A header further down is not looked for. */
const MAX_TITLES = 50;

/** Settings of {@link inspectSample}. */
export interface InspectSampleOptions {
  /** Whether the bytes are the whole file; otherwise the last record may be cut and is not looked at. Default false. */
  readonly isWhole?: boolean;
}

/**
 * Proposes how to read a file from its first bytes: a preset, or a mapping from the names of its columns (in several
 * languages) and the look of its cells. A proposal is a guess, and every guess is named in `doubts`; nothing is read
 * with it until somebody says so.
 *
 * @param head first bytes, unpacked; 64 kB are plenty
 * @param name what the file is called in messages
 */
export function inspectSample(head: Uint8Array, name: string, options: InspectSampleOptions = {}): Inspection {
  const isWhole = options.isWhole ?? false;
  const { sniffed, hints } = sniffOrGuess(head);
  const { dialect, text, hasSepLine, notes } = sniffed;
  const records = wholeRecords(text, dialect.delimiter, isWhole).slice(hasSepLine ? 1 : 0);
  const doubts: string[] = [...notes];
  const read = (layouts: readonly Layout[], owner: string): SampleReading | undefined =>
    readBack(
      layouts,
      () => chooseLayout({ name, head, isWhole, ownAccount: standIn(layouts) }, layouts, owner),
      (chosen) => wholeRecords(text, chosen.dialect.delimiter, isWhole),
      doubts,
    );
  const matched = matchPreset(head, name, isWhole);
  const presetSample = matched && read(layoutsOf(matched.preset), matched.preset);
  const match = matched !== undefined && readsMost(presetSample) ? matched : undefined;
  if (match === undefined) doubts.splice(notes.length);
  const headerAt = match === undefined ? headerPosition(records) : records.findIndex(isFilled);
  const first = (records[headerAt]?.cells ?? []).map((cell) => cell.trim());
  // Cells of a transfer are not shown as names of columns.
  const isHeader = looksLikeHeader(first) || headerEvidence(first) >= 2;
  const columns = isHeader ? first : first.map((_, i) => `#${i + 1}`);
  const form = { format: 'text', sheets: [], encoding: dialect.encoding, delimiter: dialect.delimiter } as const;
  const facts = { name, ...form, columns };
  if (!records.some(isFilled)) doubts.push('the file is empty');
  for (const column of columns) {
    if (isSensitiveColumn(column))
      doubts.push(`column ${column.slice(0, 80)} is about what a person is: it is never read`);
  }
  if (match !== undefined) {
    const { mapping } = layoutsOf(match.preset).find((layout) => layout.name === match.layout)!;
    for (const note of mapping.notes ?? []) doubts.push(note);
    noteUnused(columns, mapping, isHeader, doubts);
    return { ...facts, ...match, mapping: undefined, sample: presetSample, doubts };
  }
  doubts.push(
    `no preset fits${columns.length > 1 ? `; columns set apart by ${describeDelimiter(dialect.delimiter)}` : ''}`,
  );
  const titleRows = records.slice(0, headerAt).some(isFilled) ? headerAt : 0;
  if (titleRows > 0) doubts.push(`the first ${titleRows} records are taken for titles, the next for the header`);
  const rows = records.slice(headerAt + 1).filter(isFilled);
  const titles = records.slice(0, headerAt).map(({ cells }) => cells.map((cell) => cell.trim()).join(' '));
  const proposal = proposeMapping(columns, rows, { name, titles, doubts });
  const wanted = { ...hints, ...(titleRows > 0 && { delimiter: dialect.delimiter, titleRows }) };
  const mapping = proposal && (Object.keys(wanted).length === 0 ? proposal : { ...proposal, dialect: wanted });
  if (mapping !== undefined) noteUnused(columns, mapping, isHeader, doubts);
  const sample = mapping && isComplete(mapping) ? read([{ name: 'mapping', mapping }], '') : undefined;
  return { ...facts, preset: undefined, layout: undefined, mapping, sample, doubts };
}

/** The records of a sample; the last may be cut, and then is not looked at. */
function wholeRecords(text: string, delimiter: string, isWhole: boolean): readonly SampleRecord[] {
  const records = sampleRecords(text, delimiter, Infinity);
  return isWhole || records.length < 2 ? records : records.slice(0, -1);
}

/** Where bytes are not UTF-8 the encoding is guessed by the names of the columns; see {@link guessEncoding}. */
function sniffOrGuess(head: Uint8Array): { readonly sniffed: SniffedDialect; readonly hints: DialectHints } {
  const sniffed = sniffDialect(head, {});
  const { encoding, bomBytes } = sniffed.dialect;
  if (encoding !== 'utf-8' || bomBytes > 0 || isUtf8(head)) return { sniffed, hints: {} };
  const hints = { encoding: guessEncoding(head) };
  const guessed = sniffDialect(head, hints);
  const doubt = `not valid UTF-8: read as ${hints.encoding}, which is a guess; look at the names, and see dialect.encoding`;
  return { sniffed: { ...guessed, notes: [...guessed.notes, doubt] }, hints };
}

export function isFilled({ raw }: SampleRecord): boolean {
  return raw.trim() !== '';
}

/** Where the header is: the record whose cells name most of payer, beneficiary and time, if two; else the first filled. */
export function headerPosition(records: readonly SampleRecord[]): number {
  const evidence = records.slice(0, MAX_TITLES).map(({ cells }) => headerEvidence(cells.map((cell) => cell.trim())));
  const most = greatest(evidence, 0);
  return most >= 2 ? evidence.indexOf(most) : Math.max(0, records.findIndex(isFilled));
}

function matchPreset(
  head: Uint8Array,
  name: string,
  isWhole: boolean,
): { preset: PresetName; layout: string } | undefined {
  return findPreset((preset) => chooseLayout({ name, head, isWhole }, layoutsOf(preset), preset));
}

/** The first preset under which a layout is found. */
export function findPreset(
  choose: (preset: PresetName) => ChosenLayout,
): { preset: PresetName; layout: string } | undefined {
  for (const preset of PRESET_NAMES) {
    try {
      const { layout, plan } = choose(preset);
      if (plan !== undefined) return { preset, layout };
    } catch (error) {
      if (!(error instanceof IllicitFlowsError)) throw error;
    }
  }
  return undefined;
}

import { InputError } from '../foundation/index.js';
import { chooseTableLayout } from './choose-layout.js';
import { type Table, type TableFormat } from './formats/table.js';
import { findPreset, headerPosition, type Inspection, isFilled } from './inspect-sample.js';
import { columnsOf, type Layout } from './mapping.js';
import { layoutsOf, type PresetName } from './presets.js';
import { proposeMapping } from './proposal/propose-mapping.js';
import { isComplete, noteUnused, readBack, standIn } from './proposal/read-back.js';
import { type SampleReading } from './proposal/try-reading.js';
import { isSensitiveColumn } from './sensitive-columns.js';
import { sampleTable } from './table-sample.js';

/** Formats whose columns our own readers name: one preset reads them all. */
const PRESET_OF: Partial<Record<TableFormat, PresetName>> = { camt: 'iso20022', mt940: 'mt940' };

/** `inspectSample` for the tables of another format: looks at the first that has records, and names the others. */
export async function inspectTables(tables: readonly Table[], name: string): Promise<Inspection> {
  const sheets = tables.map((table) => table.name).filter((sheet) => sheet !== '');
  let inspection: Inspection | undefined;
  for (const table of tables) {
    const sample = await sampleTable(table);
    await sample.close();
    if (inspection !== undefined && sample.records.length === 0) continue;
    const found = inspectRecords(table, sample.records, { name, sheets, isWhole: sample.isWhole });
    if (sample.records.length > 0) return found;
    inspection ??= found;
  }
  return inspection!;
}

/** Layouts by position are for files without names of columns: they would fit everything. */
function namedLayouts(preset: PresetName, given: readonly string[] | undefined): readonly Layout[] {
  const layouts = layoutsOf(preset);
  if (given === undefined) return layouts;
  const named = layouts.filter(({ mapping }) => columnsOf(mapping).every((column) => typeof column !== 'number'));
  if (named.length === 0) throw new InputError('layout-unknown', `Expected columns without names for ${preset}`);
  return named;
}

function inspectRecords(
  table: Table,
  records: Parameters<typeof headerPosition>[0],
  { name, sheets, isWhole }: { readonly name: string; readonly sheets: readonly string[]; readonly isWhole: boolean },
): Inspection {
  const { format, encoding, columns: given } = table;
  const doubts = [...table.notes()];
  if (sheets.length > 1) {
    doubts.push(
      `this is sheet ${table.name}; of ${sheets.join(', ')} all that fit the mapping are read (--sheet takes one)`,
    );
  }
  if (!records.some(isFilled)) doubts.push('the file has no records');
  const start = { name, encoding, columns: given, records, isWhole };
  const fixed = PRESET_OF[format];
  const match =
    fixed === undefined
      ? findPreset((preset) => chooseTableLayout(start, namedLayouts(preset, given), preset))
      : { preset: fixed, layout: layoutsOf(fixed)[0]!.name };
  const headerAt =
    given !== undefined ? -1 : match === undefined ? headerPosition(records) : records.findIndex(isFilled);
  const columns = (given ?? records[headerAt]?.cells ?? []).map((cell) => cell.trim());
  for (const column of columns) {
    if (isSensitiveColumn(column))
      doubts.push(`column ${column.slice(0, 80)} is about what a person is: it is never read`);
  }
  const facts = { name, format, sheets, encoding, delimiter: '', columns };
  const read = (tried: readonly Layout[], owner: string): SampleReading | undefined =>
    readBack(
      tried,
      () => chooseTableLayout({ ...start, ownAccount: standIn(tried) }, tried, owner),
      () => records,
      doubts,
    );
  if (match !== undefined) {
    const fitting = namedLayouts(match.preset, given);
    const { mapping } = fitting.find((layout) => layout.name === match.layout)!;
    for (const note of mapping.notes ?? []) doubts.push(note);
    noteUnused(columns, mapping, true, doubts);
    return { ...facts, ...match, mapping: undefined, sample: read(fitting, match.preset), doubts };
  }
  doubts.push('no preset fits');
  const titleRows = headerAt > 0 && records.slice(0, headerAt).some(isFilled) ? headerAt : 0;
  if (titleRows > 0) doubts.push(`the first ${titleRows} records are taken for titles, the next for the header`);
  const titles = records.slice(0, Math.max(0, headerAt)).map(({ cells }) => cells.map((cell) => cell.trim()).join(' '));
  const proposal = proposeMapping(columns, records.slice(headerAt + 1).filter(isFilled), { name, titles, doubts });
  const mapping = proposal && (titleRows === 0 ? proposal : { ...proposal, dialect: { titleRows } });
  if (mapping !== undefined) noteUnused(columns, mapping, true, doubts);
  const sample = mapping && isComplete(mapping) ? read([{ name: 'mapping', mapping }], '') : undefined;
  return { ...facts, preset: undefined, layout: undefined, mapping, sample, doubts };
}

import { InputError } from '../../foundation/index.js';
import { collectBytes } from './collect-bytes.js';
import { type Table, type TableItem } from './table.js';
import { openWorkbook, type SheetEntry, type Workbook } from './xlsx-parts.js';
import { SheetReader } from './xlsx-sheet.js';
import { ZipArchive } from './zip-archive.js';

/**
 * The sheets of a workbook in their order, hidden ones too. Lines are row numbers as the spreadsheet shows them; rows that the file
 * does not hold are none.
 *
 * @param sheet the only sheet that is wanted, by name or by its place from 1; undefined = all
 * @throws InputError `format-unreadable`, `sheet-missing`, `file-too-large`, `zip-unreadable`, `zip-limit`, `xml-unreadable`
 */
export async function xlsxTables(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  sheet: string | number | undefined,
): Promise<readonly Table[]> {
  const archive = new ZipArchive(await collectBytes(chunks, name), name);
  const workbook = openWorkbook(archive, name);
  const sheets = workbook.sheets
    .map((one, i) => ({ ...one, position: i + 1 }))
    .filter(({ part, name: called, position }) => part !== undefined && [undefined, called, position].includes(sheet));
  if (sheets.length === 0) {
    const known = workbook.sheets
      .map((one) => one.name)
      .join(', ')
      .slice(0, 500);
    const wanted = typeof sheet === 'number' ? `sheet ${sheet}` : (sheet ?? 'a sheet with cells');
    throw new InputError('sheet-missing', `Expected ${wanted} in ${name} but received ${known}`);
  }
  return sheets.map((one) => sheetTable(archive, workbook, one, name));
}

function sheetTable(
  archive: ZipArchive,
  workbook: Workbook,
  { name, part, isHidden, position }: SheetEntry & { readonly position: number },
  file: string,
): Table {
  const reader = new SheetReader(workbook);
  // eslint-disable-next-line @typescript-eslint/require-await -- the tables of other formats are asynchronous
  async function* items(): AsyncGenerator<readonly TableItem[]> {
    yield* reader.read(archive, part!, file);
  }
  const notes = (): string[] => [
    ...(isHidden ? ['the sheet is hidden'] : []),
    ...(reader.hiddenRows > 0 ? [`${reader.hiddenRows} rows are hidden; they are read`] : []),
    ...(reader.formulas > 0 ? [`${reader.formulas} formulas were not run: their stored values are read`] : []),
  ];
  return { format: 'xlsx', name, position, encoding: '', columns: undefined, items: items(), notes };
}

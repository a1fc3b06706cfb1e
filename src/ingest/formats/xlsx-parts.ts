import { InputError } from '../../foundation/index.js';
import { unreadable } from './detect-format.js';
import { builtInLook, lookOf, type NumberLook } from './xlsx-numbers.js';
import { XmlWalk } from './xml-walk.js';
import { type ZipArchive } from './zip-archive.js';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  /** Name of its part in the archive; undefined for charts and the like. */
  readonly part: string | undefined;
  readonly isHidden: boolean;
}

/** What all sheets of a workbook share. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly from1904: boolean;
  /** By the number that cells have for their style. */
  readonly looks: readonly NumberLook[];
  readonly strings: readonly string[];
}

/** Texts that several cells share; more are a mistake of the file. */
const MAX_STRINGS = 20_000_000;

/**
 * Reads everything of a workbook but its sheets.
 * @throws InputError `format-unreadable` for an archive that is no workbook or one that may hold macros; what the archive and its XML throw
 */
export function openWorkbook(archive: ZipArchive, name: string): Workbook {
  refuseOthers(archive, name);
  const targets = readRelations(archive, 'xl/_rels/workbook.xml.rels', name);
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  walk(archive, 'xl/workbook.xml', name, {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (element !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const target = targets.get(id);
      const isSheet = target?.type.endsWith('/worksheet') === true && archive.has(target.part);
      sheets.push({
        name: attributes['name'] ?? '',
        part: isSheet ? target.part : undefined,
        isHidden: ['hidden', 'veryHidden'].includes(attributes['state'] ?? ''),
      });
    },
  });
  const partOf = (type: string, usual: string): string =>
    [...targets.values()].find((target) => target.type.endsWith(type))?.part ?? usual;
  const strings = readStrings(archive, partOf('/sharedStrings', 'xl/sharedStrings.xml'), name);
  const looks = readLooks(archive, partOf('/styles', 'xl/styles.xml'), name);
  return { sheets, from1904, looks, strings };
}

/** Walks the XML of one part. */
export function walk(
  archive: ZipArchive,
  part: string,
  name: string,
  events: Partial<ConstructorParameters<typeof XmlWalk>[1]>,
): void {
  const nothing = (): void => undefined;
  const xml = new XmlWalk(`${name} (${part})`, { open: nothing, text: nothing, close: nothing, ...events });
  for (const text of textsOf(archive, part)) xml.push(text);
  xml.end();
}

/** Text of a part, piece by piece; parts are UTF-8 or, rarely, UTF-16. */
export function* textsOf(archive: ZipArchive, part: string): Generator<string> {
  let decoder: TextDecoder | undefined;
  for (const piece of archive.unpack(part)) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8');
    yield decoder.decode(piece, { stream: true });
  }
}

function refuseOthers(archive: ZipArchive, name: string): void {
  const advice = 'save it as XLSX without macros, or as CSV';
  if (archive.names.some((entry) => entry.endsWith('vbaProject.bin'))) {
    throw unreadable(name, 'a workbook with macros (XLSM)', advice);
  }
  if (archive.has('xl/workbook.bin')) throw unreadable(name, 'a binary workbook (XLSB)', advice);
  if (archive.has('xl/workbook.xml')) return;
  if (archive.has('content.xml'))
    throw unreadable(name, 'an OpenDocument file (such as ODS)', 'save it as XLSX or CSV');
  if (archive.names.some((entry) => entry.startsWith('word/') || entry.startsWith('ppt/'))) {
    throw unreadable(name, 'an Office document', 'export the table as CSV or XLSX');
  }
  throw unreadable(name, 'a zip archive', 'unpack it and name the files inside');
}

function readRelations(
  archive: ZipArchive,
  part: string,
  name: string,
): ReadonlyMap<string, { readonly type: string; readonly part: string }> {
  const targets = new Map<string, { readonly type: string; readonly part: string }>();
  if (!archive.has(part)) return targets;
  walk(archive, part, name, {
    open: (element, attributes) => {
      if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const target = attributes['Target'] ?? '';
      const entry = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`;
      targets.set(attributes['Id'] ?? '', { type: attributes['Type'] ?? '', part: entry });
    },
  });
  return targets;
}

/** Shared texts by number; guides to pronunciation are left out. */
function readStrings(archive: ZipArchive, part: string, name: string): string[] {
  const strings: string[] = [];
  if (!archive.has(part)) return strings;
  let text = '';
  let isText = false;
  let phonetic = 0;
  walk(archive, part, name, {
    open: (element) => {
      if (element === 'si') text = '';
      else if (element === 'rPh') phonetic++;
      isText = element === 't' && phonetic === 0;
    },
    text: (piece) => {
      if (isText) text += piece;
    },
    close: (element) => {
      isText = false;
      if (element === 'rPh') phonetic--;
      if (element !== 'si') return;
      if (strings.length === MAX_STRINGS) {
        throw new InputError('zip-limit', `Expected at most ${MAX_STRINGS} shared texts in ${name}`);
      }
      strings.push(text);
    },
  });
  return strings;
}

function readLooks(archive: ZipArchive, part: string, name: string): NumberLook[] {
  const looks: NumberLook[] = [];
  if (!archive.has(part)) return looks;
  const own = new Map<number, NumberLook>();
  let isInCells = false;
  walk(archive, part, name, {
    open: (element, attributes) => {
      const format = Number(attributes['numFmtId'] ?? 0);
      if (element === 'numFmt') own.set(format, lookOf(attributes['formatCode'] ?? ''));
      else if (element === 'cellXfs') isInCells = true;
      else if (element === 'xf' && isInCells) looks.push(own.get(format) ?? builtInLook(format));
    },
    close: (element) => {
      if (element === 'cellXfs') isInCells = false;
    },
  });
  return looks;
}

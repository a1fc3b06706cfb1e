import { InputError } from '../../foundation/index.js';
import { sampleBytes } from '../byte-sample.js';
import { sniffDialect } from '../sniff-dialect.js';
import { decodeText } from '../text-decoding.js';
import { type JsonElement, jsonElements, jsonLines } from './json-elements.js';
import { type FlatObject, parseFlatObject } from './json-flat.js';
import { type Table, type TableItem } from './table.js';

/** The columns are the keys of this many first elements. */
const HEADER_ELEMENTS = 10_000;
const MAX_COLUMNS = 2000;
/** Records a batch. */
const BATCH = 500;
/** Keys that come later are named up to this many. */
const MAX_LATE_KEYS = 50;

/** How a JSON file is read. */
export interface JsonTableOptions {
  readonly format: 'json' | 'ndjson';
  readonly name: string;
  readonly maxRecordChars: number;
  /** Keys that the mapping reads if they are there: one that comes late must not be lost in silence. */
  readonly optionalColumns: ReadonlySet<string>;
}

/**
 * An array of objects, or one object a line. Columns are the keys of the first {@link HEADER_ELEMENTS} elements in order of first
 * appearance. The line of a record is the number of its element, or its line in NDJSON.
 */
export async function jsonTable(chunks: AsyncIterable<Uint8Array>, options: JsonTableOptions): Promise<Table> {
  const { format, name, maxRecordChars, optionalColumns } = options;
  const { head, all } = await sampleBytes(chunks, 1024);
  const { encoding } = sniffDialect(head, {}).dialect;
  const texts = decodeText(all, encoding);
  const elements = format === 'json' ? jsonElements(texts, name, maxRecordChars) : jsonLines(texts, maxRecordChars);
  const first: [JsonElement, FlatObject][] = [];
  const cellOf = new Map<string, number>();
  let isWhole = false;
  while (first.length < HEADER_ELEMENTS) {
    const next = await elements.next();
    if (next.done === true) {
      isWhole = true;
      break;
    }
    for (const element of next.value) {
      const parsed = parseElement(element);
      first.push([element, parsed]);
      for (const key of parsed.cells?.keys() ?? []) if (!cellOf.has(key)) cellOf.set(key, cellOf.size);
    }
    if (cellOf.size > MAX_COLUMNS) {
      const message = `Expected at most ${MAX_COLUMNS} different keys in ${name} but received more: they are the columns`;
      throw new InputError('json-too-many-keys', message);
    }
  }
  const lateKeys = new Set<string>();
  const toItem = (element: JsonElement, parsed: FlatObject): TableItem => {
    if (format === 'ndjson' && element.raw.trim() === '') return { kind: 'left-out', code: 'blank-line' };
    if (parsed.cells === undefined) return refused(element, parsed.fault, maxRecordChars);
    const cells = new Array<string>(cellOf.size).fill('');
    for (const [key, text] of parsed.cells) {
      const cell = cellOf.get(key);
      if (cell !== undefined) cells[cell] = text;
      else if (optionalColumns.has(key.trim().toLowerCase())) {
        const expected = `the key within the first ${HEADER_ELEMENTS} elements`;
        return {
          kind: 'refused',
          ...placeOf(element),
          fault: { code: 'column-late', column: key, expected, received: 'a later one' },
        };
      } else if (lateKeys.size < MAX_LATE_KEYS) lateKeys.add(key.slice(0, 80));
    }
    return { kind: 'record', ...placeOf(element), cells };
  };
  async function* items(): AsyncGenerator<readonly TableItem[]> {
    for (let at = 0; at < first.length; at += BATCH) {
      yield first.slice(at, at + BATCH).map(([element, parsed]) => toItem(element, parsed));
    }
    if (isWhole) return;
    for await (const batch of elements) yield batch.map((element) => toItem(element, parseElement(element)));
  }
  const notes = (): string[] => [
    ...(format === 'json' ? ['line numbers are numbers of elements'] : []),
    ...(lateKeys.size === 0
      ? []
      : [`keys first seen after element ${HEADER_ELEMENTS}, not read: ${[...lateKeys].join(', ')}`]),
  ];
  return { format, name: '', encoding, columns: [...cellOf.keys()], items: items(), notes };
}

function parseElement({ raw, isTooLong }: JsonElement): FlatObject {
  return isTooLong ? { fault: 'too long' } : parseFlatObject(raw);
}

function placeOf({ line, raw }: JsonElement): { readonly line: number; readonly raw: string } {
  return { line, raw };
}

function refused(element: JsonElement, received: string, maxChars: number): TableItem {
  const { isTooLong } = element;
  const code = isTooLong ? 'record-too-long' : 'element-unreadable';
  const expected = isTooLong ? `an element of at most ${maxChars} characters` : 'one object in JSON';
  return { kind: 'refused', ...placeOf(element), fault: { code, column: '', expected, received } };
}

import { InputError } from '../../foundation/index.js';
import { sniffDialect } from '../sniff-dialect.js';
import { type TableFormat } from './table.js';

/** How the content of a file begins: delimited text, a zip archive that may be a workbook, or a format of its own. */
export type Content = 'text' | 'zip' | Exclude<TableFormat, 'xlsx'>;

/** Bytes of a beginning that are looked at as text. */
const LOOKED_AT = 8192;

interface Signature {
  readonly at: number;
  readonly bytes: readonly number[];
  readonly what: string;
  readonly advice: string;
}

const AS_TABLE = 'export the table as CSV or XLSX';
const AS_STATEMENT = 'export it as camt.053, MT940 or CSV';
const UNPACK = 'unpack it and name the files inside';
const ascii = (text: string): number[] => Array.from(text, (character) => character.charCodeAt(0));

/** What is recognised only to be refused in words that help. */
const REFUSED: readonly Signature[] = [
  { at: 0, bytes: ascii('%PDF-'), what: 'a PDF document', advice: AS_TABLE },
  {
    at: 0,
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    what: 'an old Office document (such as XLS)',
    advice: 'save it as XLSX or CSV',
  },
  { at: 0, bytes: [0x89, ...ascii('PNG')], what: 'an image', advice: AS_TABLE },
  { at: 0, bytes: [0xff, 0xd8, 0xff], what: 'an image', advice: AS_TABLE },
  { at: 0, bytes: ascii('GIF87a'), what: 'an image', advice: AS_TABLE },
  { at: 0, bytes: ascii('GIF89a'), what: 'an image', advice: AS_TABLE },
  { at: 0, bytes: [0x49, 0x49, 0x2a, 0x00], what: 'an image', advice: AS_TABLE },
  { at: 0, bytes: [0x4d, 0x4d, 0x00, 0x2a], what: 'an image', advice: AS_TABLE },
  { at: 8, bytes: ascii('WEBPVP8'), what: 'an image', advice: AS_TABLE },
  { at: 0, bytes: [0x1f, 0x8b, 0x08], what: 'packed twice', advice: 'unpack it once' },
  { at: 4, bytes: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], what: 'a bzip2 file', advice: UNPACK },
  { at: 0, bytes: [0xfd, ...ascii('7zXZ'), 0], what: 'an xz file', advice: UNPACK },
  { at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], what: 'a 7z archive', advice: UNPACK },
  { at: 0, bytes: ascii('Rar!'), what: 'a RAR archive', advice: UNPACK },
  { at: 257, bytes: ascii('ustar\0'), what: 'a tar archive', advice: UNPACK },
  { at: 257, bytes: ascii('ustar  \0'), what: 'a tar archive', advice: UNPACK },
  { at: 0, bytes: ascii('SQLite format 3\0'), what: 'a SQLite database', advice: AS_TABLE },
  { at: 0, bytes: ascii('{\\rtf'), what: 'an RTF document', advice: AS_TABLE },
  { at: 0, bytes: ascii('OFXHEADER:'), what: 'an OFX statement', advice: AS_STATEMENT },
  { at: 0, bytes: ascii('!Type:'), what: 'a QIF statement', advice: AS_STATEMENT },
  { at: 0, bytes: [0xff, 0xfe, 0x00, 0x00], what: 'text in UTF-32', advice: 'save it as UTF-8' },
  { at: 0, bytes: [0x00, 0x00, 0xfe, 0xff], what: 'text in UTF-32', advice: 'save it as UTF-8' },
];

/**
 * Tells the format of a file by its first bytes, unpacked; its name is not looked at. What is none of the others is text.
 *
 * @throws InputError `format-unreadable` for what is recognised and cannot be read: documents, images, archives, web pages, XML
 *   that is no statement
 */
export function detectContent(head: Uint8Array, name: string): Content {
  if (hasBytes(head, 0, ascii('PAR1'))) return 'parquet';
  if (hasBytes(head, 0, [0x50, 0x4b, 0x03, 0x04]) || hasBytes(head, 0, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  const refused = REFUSED.find(({ at, bytes }) => hasBytes(head, at, bytes));
  if (refused !== undefined) throw unreadable(name, refused.what, refused.advice);
  const bom = hasBytes(head, 0, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  const first = head.subarray(bom).find((byte) => byte > 0x20 && byte < 0xfe);
  if (first === undefined || !'<{[:'.includes(String.fromCharCode(first))) {
    return looksLikeMt940(head) ? 'mt940' : 'text';
  }
  const text = sniffDialect(head.subarray(0, LOOKED_AT), {})
    .text.replace(/^\ufeff/u, '')
    .trimStart();
  if (text.startsWith('<')) return markup(text, name);
  if (/^\{1:|^:20:/u.test(text)) return 'mt940';
  if (/^\{\s*["}]/u.test(text)) return isLines(text) ? 'ndjson' : 'json';
  return /^\[\s*[{\]]/u.test(text) ? 'json' : 'text';
}

/** An error for content that is recognised and not read. */
export function unreadable(name: string, what: string, advice: string): InputError {
  return new InputError('format-unreadable', `Expected transactions but ${name} is ${what}: ${advice}`);
}

function hasBytes(head: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return head.length >= at + bytes.length && bytes.every((byte, i) => head[at + i] === byte);
}

/** Some banks put lines of their own before the first field. */
function looksLikeMt940(head: Uint8Array): boolean {
  const text = new TextDecoder('windows-1252').decode(head.subarray(0, 2048));
  return /^:20:/mu.test(text) && /^:25P?:/mu.test(text);
}

/** Text that begins with `<`: a header such as `<DATE>,<OPEN>` is none of these. */
function markup(text: string, name: string): Content {
  const root = /^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|<!doctype[^>]*>|\s)*<([\w.:-]+)/iu.exec(text)?.[1] ?? '';
  const local = root.slice(root.indexOf(':') + 1).toLowerCase();
  if (['html', 'head', 'body', 'table', 'meta', 'style'].includes(local) || /^<!doctype html/iu.test(text)) {
    throw unreadable(name, 'a web page (some banks call such files XLS)', AS_TABLE);
  }
  // A document type is refused where XML is read.
  const hasType = /^(?:<\?[^>]*\?>|<!--[\s\S]*?-->|\s)*<!doctype/iu.test(text);
  if (local === 'document' || hasType) return 'camt';
  if (text.startsWith('<?xml') || text.startsWith('<!--')) {
    throw unreadable(name, `XML with root ${root.slice(0, 80)}, no camt.053 or camt.054`, AS_TABLE);
  }
  return 'text';
}

/** Whether text that begins with an object is one object a line. */
function isLines(text: string): boolean {
  const end = text.indexOf('\n');
  try {
    const first: unknown = JSON.parse(end < 0 ? text : text.slice(0, end));
    if (typeof first !== 'object' || first === null) return false;
    const hasTable = Object.values(first).some((value) => Array.isArray(value) && typeof value[0] === 'object');
    return !hasTable || (end >= 0 && text.slice(end).trimStart().startsWith('{'));
  } catch {
    return false;
  }
}

import { InputError } from '../foundation/index.js';
import { splitBlanks } from './blank-records.js';
import { type Dialect } from './dialect.js';
import { type DialectHints } from './mapping.js';
import { sampleRecords } from './sample-records.js';
import { LineEnds } from './text-decoding.js';

/** A file's form as found, its first lines as text, and what was decided on the way. */
export interface SniffedDialect {
  readonly dialect: Dialect;
  /** Decoded sample with `\n` line ends. */
  readonly text: string;
  /** Whether the file's first line is Excel's `sep=`. */
  readonly hasSepLine: boolean;
  readonly notes: readonly string[];
}

const CANDIDATES = [',', ';', '\t', '|'];
/** Records looked at to find the delimiter. */
const SNIFFED_RECORDS = 200;
/** Share of records that must agree on the number of cells before a delimiter is believed over blanks. */
const AGREEMENT = 0.8;

/**
 * Finds encoding and delimiter of a file from its first bytes. Bytes that are not UTF-8 and have no byte order mark stay
 * UTF-8 unless the mapping names an encoding: which one of many it is cannot be seen, and the rows concerned are
 * quarantined as `replacement-character`.
 *
 * @throws InputError `encoding-unknown` if the mapping names an encoding that does not exist
 */
export function sniffDialect(head: Uint8Array, hints: DialectHints): SniffedDialect {
  const notes: string[] = [];
  const { encoding, bomBytes } = findEncoding(head, hints, notes);
  const lines = new LineEnds();
  const decoded = new TextDecoder(encoding).decode(head, { stream: true });
  const text = lines.next(decoded) + lines.end();
  const separator = /^"?sep=(.)"?[\t ]*(?:\n|$)/i.exec(text)?.[1];
  const given = hints.delimiter === undefined || hints.delimiter === 'auto' ? separator : hints.delimiter;
  const body = separator === undefined ? text : text.slice(text.indexOf('\n') + 1);
  const delimiter = given ?? findDelimiter(body, hints);
  if (given === undefined && (delimiter === 'blank' || body.includes(delimiter)))
    notes.push(`delimiter ${describeDelimiter(delimiter)}, found by agreement of the first lines`);
  return { dialect: { encoding, bomBytes, delimiter }, text, hasSepLine: separator !== undefined, notes };
}

/** A delimiter for people. */
export function describeDelimiter(delimiter: string): string {
  if (delimiter === 'blank') return 'blanks';
  return delimiter === '\t' ? 'tab' : `"${delimiter}"`;
}

function findEncoding(
  head: Uint8Array,
  { encoding: hint, elseEncoding }: DialectHints,
  notes: string[],
): { encoding: string; bomBytes: number } {
  const [a, b, c] = head;
  const marked =
    a === 0xef && b === 0xbb && c === 0xbf
      ? { encoding: 'utf-8', bomBytes: 3 }
      : a === 0xff && b === 0xfe
        ? { encoding: 'utf-16le', bomBytes: 2 }
        : a === 0xfe && b === 0xff
          ? { encoding: 'utf-16be', bomBytes: 2 }
          : undefined;
  const given = hint === undefined || hint === 'auto' ? undefined : canonicalEncoding(hint);
  if (marked !== undefined) {
    if (given !== undefined && given !== marked.encoding) {
      notes.push(`encoding ${marked.encoding} by the file's byte order mark, instead of ${given}`);
    }
    return marked;
  }
  if (given !== undefined) return { encoding: given, bomBytes: 0 };
  const wide = findUtf16(head);
  if (wide === undefined && elseEncoding !== undefined && !showsUtf8(head)) {
    const encoding = canonicalEncoding(elseEncoding);
    notes.push(`encoding ${encoding}, as files of this kind have it: the beginning shows no UTF-8`);
    return { encoding, bomBytes: 0 };
  }
  if (wide !== undefined) notes.push(`encoding ${wide}, found by its zero bytes; there is no byte order mark`);
  else if (!isUtf8(head)) notes.push('not valid UTF-8: wrong encoding? Name it in the mapping (dialect.encoding)');
  return { encoding: wide ?? 'utf-8', bomBytes: 0 };
}

function canonicalEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (cause) {
    throw new InputError('encoding-unknown', `Expected an encoding of the WHATWG standard but received ${label}`, {
      cause,
    });
  }
}

/** UTF-16 without a mark shows as zero bytes at every other place, as long as the text is mostly Latin. */
function findUtf16(head: Uint8Array): string | undefined {
  const zeros = [0, 0];
  const pairs = Math.min(head.length, 4096) >> 1;
  for (let i = 0; i < pairs * 2; i++) if (head[i] === 0) zeros[i & 1]!++;
  if (pairs < 2) return undefined;
  if (zeros[1]! > pairs * 0.7 && zeros[0]! < pairs * 0.1) return 'utf-16le';
  return zeros[0]! > pairs * 0.7 && zeros[1]! < pairs * 0.1 ? 'utf-16be' : undefined;
}

/** Whether the bytes are UTF-8 and say so by a character beyond ASCII. */
function showsUtf8(head: Uint8Array): boolean {
  return head.some((byte) => byte >= 0x80) && isUtf8(head);
}

/** Whether the bytes are UTF-8; a character cut at the end does not count against them. */
export function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * The delimiter on which most records agree about the number of cells; more cells win a tie. Where few agree, as in a table
 * with titles or with rows of different lengths, the one that sets most cells apart, if half of the records have it. Blanks
 * come last: they stand in every text.
 */
function findDelimiter(text: string, hints: DialectHints): string {
  const prefixes = [...(hints.skipPrefixes ?? []), ...(hints.footerPrefixes ?? [])];
  const isTable = (raw: string): boolean => raw.trim() !== '' && !prefixes.some((prefix) => raw.startsWith(prefix));
  let best = { delimiter: ',', agreement: 0, cells: 1 };
  let widest = { delimiter: ',', mass: 0 };
  const consider = (delimiter: string, counts: readonly number[]): void => {
    const { agreement, cells } = modalCount(counts);
    const split = counts.filter((count) => count > 1);
    const modal = modalCount(split);
    const mass = split.length * 2 >= counts.length ? modal.cells * modal.agreement * split.length : 0;
    if (mass > widest.mass) widest = { delimiter, mass };
    const better = agreement > best.agreement || (agreement === best.agreement && cells > best.cells);
    if (cells > 1 && better) best = { delimiter, agreement, cells };
  };
  for (const delimiter of CANDIDATES) {
    const records = sampleRecords(text, delimiter, SNIFFED_RECORDS).slice(hints.titleRows ?? 0);
    consider(
      delimiter,
      records.filter(({ raw }) => isTable(raw)).map(({ cells }) => cells.length),
    );
  }
  if (best.agreement >= AGREEMENT) return best.delimiter;
  if (widest.mass > 0) return widest.delimiter;
  const lines = text.split('\n', SNIFFED_RECORDS).slice(hints.titleRows ?? 0);
  consider(
    'blank',
    lines.filter(isTable).map((line) => splitBlanks(line).length),
  );
  return best.delimiter;
}

function modalCount(counts: readonly number[]): { agreement: number; cells: number } {
  const frequency = new Map<number, number>();
  for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  let cells = 1;
  let most = 0;
  for (const [count, times] of frequency) {
    if (times > most || (times === most && count > cells)) [cells, most] = [count, times];
  }
  return { agreement: counts.length === 0 ? 0 : most / counts.length, cells };
}

import { createHash } from 'node:crypto';

/** A line of a chained log. */
export type LogEntry = Readonly<Record<string, unknown>>;

/** Where a chain breaks. */
export interface ChainBreak {
  /** First line that does not follow from the one before it, from 1. */
  readonly line: number;
  readonly reason: string;
}

/** A chained log as it was read. */
export interface ReadChain {
  /** The lines up to the break, without `previous`. */
  readonly entries: readonly LogEntry[];
  readonly broken: ChainBreak | undefined;
  /** What a next line would have to hold as `previous`. */
  readonly last: string;
}

/** SHA-256 of nothing: what the first line holds. */
const OF_NOTHING = sha256Of('');

/**
 * Lines of JSON, each with `previous`, the SHA-256 of the line before it without its line end. So a line that was removed, put in
 * or changed shows at the line behind it. It does not show who wrote, nor that lines at the end were removed, nor that the whole
 * log was made anew.
 */
export function chainedText(entries: Iterable<LogEntry>, previous: string = OF_NOTHING): string[] {
  let last = previous;
  const lines: string[] = [];
  for (const entry of entries) {
    const line = JSON.stringify({ ...entry, previous: last });
    lines.push(`${line}\n`);
    last = sha256Of(line);
  }
  return lines;
}

/** Reads the text of a chained log up to where it breaks. Never throws. */
export function readChain(text: string): ReadChain {
  const entries: LogEntry[] = [];
  let last = OF_NOTHING;
  const lines = text.split('\n');
  const ended = lines.pop() === '';
  for (const [i, line] of lines.entries()) {
    const broken = (reason: string): ReadChain => ({ entries, broken: { line: i + 1, reason }, last });
    const value = parsed(line);
    if (value === undefined) return broken('it is no object of JSON');
    const { previous, ...entry } = value;
    if (previous !== last) {
      const before = i === 0 ? 'of nothing, as in a first line' : `of line ${i}`;
      return broken(`its "previous" is not the SHA-256 ${before}`);
    }
    entries.push(entry);
    last = sha256Of(line);
  }
  const broken = ended ? undefined : { line: lines.length + 1, reason: 'it has no line end' };
  return { entries, broken, last };
}

function parsed(line: string): LogEntry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as LogEntry) : undefined;
  } catch {
    return undefined;
  }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

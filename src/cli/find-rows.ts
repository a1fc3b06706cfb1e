import { InputError, type Row, UsageError } from '../foundation/index.js';
import { type Ledger, type SourceFile } from '../ledger/index.js';

/**
 * Files by number, and lines of each, that `FILE:LINE,...` names. A path stands for a source only where each path became one: not
 * beside a workbook of several sheets, of which each is a source.
 *
 * @throws UsageError `rows-unreadable`, `file-unknown`
 */
export function placesTyped(
  sources: readonly Pick<SourceFile, 'name'>[],
  text: string,
  paths: readonly string[],
): Map<number, Set<number>> {
  const wanted = new Map<number, Set<number>>();
  for (const [i, entry] of text.split(',').entries()) {
    const [, name = '', line = ''] = /^(.+):([1-9]\d{0,14})$/u.exec(entry.trim()) ?? [];
    if (name === '') {
      throw new UsageError('rows-unreadable', `Expected transfers as FILE:LINE,... but entry ${i + 1} is none`);
    }
    let file = sources.findIndex((source) => source.name === name);
    if (file < 0 && paths.length === sources.length) file = paths.indexOf(name);
    if (file < 0) {
      const names = sources.map((source) => source.name).join(', ');
      throw new UsageError(
        'file-unknown',
        `Expected one of the files read (${names}) but entry ${i + 1} names another`,
      );
    }
    wanted.set(file, (wanted.get(file) ?? new Set()).add(Number(line)));
  }
  return wanted;
}

/**
 * The transfers that `FILE:LINE,FILE:LINE,...` names, ascending, each once. FILE is written as in every output (the last
 * part of its path where that is unique) or as the path that was read; for a lake, whose `paths` are none of its inputs, only the
 * former. Messages count the entries instead of repeating
 * them: what was typed in their place may be the account of somebody who stays unnamed.
 *
 * @throws UsageError `rows-unreadable`, `file-unknown`; InputError `row-unknown` for a line that is no transfer: a header,
 *   a blank line, or a record that could not be read. O(transfers).
 */
export function findRows(ledger: Ledger, text: string, paths: readonly string[]): Row[] {
  const wanted = new Map(
    [...placesTyped(ledger.sources, text, paths)].map(([file, lines]) => [
      file,
      new Map<number, Row | undefined>([...lines].map((line) => [line, undefined])),
    ]),
  );
  const { sourceFile, sourceLine } = ledger.columns;
  for (let row = 0; row < ledger.rowCount; row++) {
    const lines = wanted.get(sourceFile[row]!);
    if (lines?.has(sourceLine[row]!) === true) lines.set(sourceLine[row]!, row);
  }
  const rows: Row[] = [];
  for (const [file, lines] of wanted) {
    for (const [line, row] of lines) {
      if (row === undefined) {
        const place = `${ledger.sources[file]?.name ?? ''}:${line}`;
        throw new InputError('row-unknown', `Expected a transfer at ${place} but none was read from that line`);
      }
      rows.push(row);
    }
  }
  return rows.sort((a, b) => a - b);
}

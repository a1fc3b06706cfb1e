import { basename } from 'node:path';
import { type Inspection, inspectStream } from '../ingest/index.js';
import { fileBytes } from './file-bytes.js';
import { STANDARD_INPUT, standardInput } from './file-source.js';
import { FORMAT_READERS } from './format-readers.js';

/** What to look at. */
export interface InspectFileOptions {
  /** The only sheet of a workbook to look at. Default: the first that has rows. */
  readonly sheet?: string | undefined;
}

/**
 * Looks at the beginning of a file of any format, packed or not, or of standard input (`-`), and proposes how to read it; see {@link inspectStream}.
 * @throws InputError `file-unreadable`, `gzip-unreadable`
 */
export async function inspectFile(path: string, { sheet }: InspectFileOptions = {}): Promise<Inspection> {
  const options = { sheet, readers: FORMAT_READERS };
  if (path === STANDARD_INPUT.path) return inspectStream(standardInput().bytes, STANDARD_INPUT.name, options);
  return inspectStream(fileBytes(path), basename(path), options);
}

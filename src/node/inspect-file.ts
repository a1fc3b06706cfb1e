import { basename } from 'node:path';
import { type Inspection, inspectStream } from '../ingest/index.js';
import { fileBytes } from './file-bytes.js';

/**
 * Looks at the beginning of a file, plain or gzip, and proposes how to read it; see {@link inspectStream}.
 * @throws InputError `file-unreadable`, `gzip-unreadable`
 */
export async function inspectFile(path: string): Promise<Inspection> {
  return inspectStream(fileBytes(path), basename(path));
}

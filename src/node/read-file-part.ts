import { type FilePart, type FilePartTask, readFilePart } from '../ingest/index.js';
import { fileBytes } from './file-bytes.js';

/** A stretch of a file on this machine. */
export interface FilePartOrder {
  readonly path: string;
  readonly task: FilePartTask;
}

/**
 * Reads a stretch of a file by its path, for a crew.
 * @throws InputError `file-unreadable`
 */
export async function readFilePartAt({ path, task }: FilePartOrder): Promise<FilePart> {
  return readFilePart(fileBytes(path, { range: task }), task);
}

import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { type FileParts, type LedgerSource } from '../ingest/index.js';
import { fileBytes, orUnreadable } from './file-bytes.js';
import { fileParts } from './file-parts.js';
import { type FileStamp, requireUnchanged, stampOf } from './file-stamp.js';
import { FORMAT_READERS } from './format-readers.js';
import { type FileHash } from './hash-file.js';
import { type Crew } from './work-crew.js';

/** Whom a file may be read with. */
export interface FileHelp {
  readonly crew: Crew;
  /** How many of the crew read parts of a file of this many bytes; 0 = none. */
  readonly helpersFor: (size: number) => number;
}

/**
 * A file as a source. One that is read in parts is hashed by the crew as well, behind the parts, while this thread is still
 * busy with the rows; every other is hashed as its bytes go by.
 */
export function fileSource(path: string, name: string, { crew, helpersFor }: FileHelp): LedgerSource {
  const hash = createHash('sha256');
  let stamp: FileStamp = { size: 0, modifiedMs: 0 };
  let hashed: Promise<FileHash> | undefined;

  const bytes = fileBytes(path, {
    onOpen: (found) => (stamp = found),
    onChunk: (chunk) => {
      if (hashed === undefined) hash.update(chunk);
    },
  });

  const parts = (): FileParts | undefined => {
    const found = fileParts(path, stamp.size, helpersFor(stamp.size), crew);
    if (found === undefined) return undefined;
    const readParts: FileParts['readParts'] = (tasks) => {
      const reading = found.readParts(tasks);
      hashed = crew.run('hash-file', path);
      return reading;
    };
    return { ...found, readParts };
  };

  const sha256 = async (): Promise<string> => {
    if (hashed === undefined) {
      // A pipe has no size to keep.
      if (stamp.size > 0) requireUnchanged(path, stamp, stampOf(await orUnreadable(path, () => stat(path))));
      return hash.digest('hex');
    }
    const found = await hashed;
    // The file has been opened several times: the hash is of the rows only if it was the same file all along.
    requireUnchanged(path, stamp, found.stamp ?? stamp);
    requireUnchanged(path, stamp, stampOf(await orUnreadable(path, () => stat(path))));
    return found.sha256;
  };

  return { name, bytes, byteSize: () => stamp.size, parts, sha256, readers: FORMAT_READERS };
}

/** What standard input is called, on the command line and in evidence. */
export const STANDARD_INPUT = { path: '-', name: 'stdin' } as const;

/** Standard input as a source, in any format; hashed as its bytes go by. */
export function standardInput(stream: AsyncIterable<Uint8Array> = process.stdin): LedgerSource {
  const hash = createHash('sha256');
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return { name: STANDARD_INPUT.name, bytes: bytes(), sha256: () => hash.digest('hex'), readers: FORMAT_READERS };
}

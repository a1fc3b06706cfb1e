import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { InputError, UsageError } from '../foundation/index.js';
import { type DraftFolder, openDraft } from './draft-folder.js';

/** A file of the folder: its name and its text in chunks. */
export interface FolderFile {
  readonly name: string;
  readonly chunks: Iterable<string>;
}

/** Characters gathered before they are written. */
const WRITE_CHARS = 1 << 20;

/** What was written. */
export interface WrittenFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Throws early if a folder cannot be the target of {@link writeFolder}, before hours of work go into it.
 * @throws UsageError `output-in-use` if it exists and is not an empty folder
 */
export async function requireFreeFolder(path: string): Promise<void> {
  let entries: string[];
  try {
    entries = await readdir(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw new UsageError('output-in-use', `Expected ${path} to be a new or empty folder but it is something else`, {
      cause: error,
    });
  }
  if (entries.length > 0) {
    throw new UsageError(
      'output-in-use',
      `Expected ${path} to be a new or empty folder but it holds ${entries[0] ?? ''}`,
    );
  }
}

/**
 * Writes all files into a folder, or none: they are written beside it first and moved into place at the end, so a failed
 * run leaves no half-written case, nor does one that is interrupted.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`
 */
export async function writeFolder(path: string, files: Iterable<FolderFile>): Promise<WrittenFile[]> {
  const target = resolve(path);
  await requireFreeFolder(target);
  let draft: DraftFolder | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    draft = await openDraft(target);
    const written: WrittenFile[] = [];
    for (const file of files) written.push(await writeFile(draft.path, file));
    await rmdir(target).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    await rename(draft.path, target);
    draft.settle();
    return written;
  } catch (error) {
    await draft?.discard();
    if (errorCode(error) === undefined) throw error;
    throw new InputError('output-unwritable', `Expected to write ${path} but the system answered ${errorCode(error)}`, {
      cause: error,
    });
  }
}

async function writeFile(folder: string, { name, chunks }: FolderFile): Promise<WrittenFile> {
  const hash = createHash('sha256');
  const file = await open(join(folder, name), 'wx');
  let bytes = 0;
  try {
    let pending = '';
    const flush = async (): Promise<void> => {
      const data = Buffer.from(pending, 'utf8');
      pending = '';
      hash.update(data);
      bytes += data.length;
      await file.writeFile(data);
    };
    for (const chunk of chunks) {
      pending += chunk;
      if (pending.length >= WRITE_CHARS) await flush();
    }
    await flush();
  } finally {
    await file.close();
  }
  return { name, bytes, sha256: hash.digest('hex') };
}

/** System error code such as `ENOENT`, or undefined for errors of other kinds. */
function errorCode(error: unknown): string | undefined {
  const isSystemError = error instanceof Error && 'code' in error && 'syscall' in error;
  return isSystemError && typeof error.code === 'string' ? error.code : undefined;
}

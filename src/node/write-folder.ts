import { mkdir, readdir, rename, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from '../foundation/index.js';
import { type DraftFolder, openDraft } from './draft-folder.js';
import { syncFolder } from './sync-to-disk.js';
import { errorCode } from './error-code.js';
import { type FolderFile, unwritable, type WrittenFile, writeText } from './write-text.js';

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
    const found = errorCode(error) === 'ENOTDIR' ? 'it is a file' : `the system answered ${errorCode(error)}`;
    throw new UsageError('output-in-use', `Expected ${path} to be a new or empty folder but ${found}`, {
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
 * Writes all files into a folder, or none; a name with slashes lies in a folder of its own. See {@link fillFolder}. `last` makes
 * one more file, knowing what the others became.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`
 */
export async function writeFolder(
  path: string,
  files: Iterable<FolderFile>,
  last?: (written: readonly WrittenFile[]) => FolderFile,
): Promise<WrittenFile[]> {
  return fillFolder(path, async (draft) => {
    const written: WrittenFile[] = [];
    const folders = new Set([draft]);
    for (const file of files) {
      const folder = dirname(join(draft, file.name));
      await mkdir(folder, { recursive: true });
      folders.add(folder).add(dirname(folder));
      written.push(await writeText(draft, file));
    }
    if (last !== undefined) written.push(await writeText(draft, last(written)));
    folders.delete(dirname(draft));
    for (const folder of folders) await syncFolder(folder);
    return written;
  });
}

/**
 * Has a folder filled beside its place, flushed to the disk by `fill`, and moved into place at the end, so that a failed run
 * leaves no half-written folder, nor does one that is interrupted or loses its power.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`, and what `fill` throws
 */
export async function fillFolder<T>(path: string, fill: (draft: string) => Promise<T>): Promise<T> {
  const target = resolve(path);
  await requireFreeFolder(target);
  let draft: DraftFolder | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    draft = await openDraft(target);
    const filled = await fill(draft.path);
    await rmdir(target).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    await rename(draft.path, target);
    draft.settle();
    // The folder is whole and in its place; whether its name is on the disk as well is no reason to say otherwise.
    await syncFolder(dirname(target)).catch(() => undefined);
    return filled;
  } catch (error) {
    const left = await draft?.discard();
    throw unwritable(error, path, left === undefined ? [] : [left]);
  }
}

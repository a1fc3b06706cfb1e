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
 * Writes all files into a folder, or none; a name with slashes lies in a folder of its own. They are written beside it first, flushed to the disk,
 * and moved into place at the end, so a failed run leaves no half-written case, nor does one that is interrupted or loses its power. `last` makes one more file, knowing what the others became.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`
 */
export async function writeFolder(
  path: string,
  files: Iterable<FolderFile>,
  last?: (written: readonly WrittenFile[]) => FolderFile,
): Promise<WrittenFile[]> {
  const target = resolve(path);
  await requireFreeFolder(target);
  let draft: DraftFolder | undefined;
  try {
    await mkdir(dirname(target), { recursive: true });
    draft = await openDraft(target);
    const written: WrittenFile[] = [];
    const folders = new Set([draft.path]);
    for (const file of files) {
      const folder = dirname(join(draft.path, file.name));
      await mkdir(folder, { recursive: true });
      folders.add(folder).add(dirname(folder));
      written.push(await writeText(draft.path, file));
    }
    if (last !== undefined) written.push(await writeText(draft.path, last(written)));
    folders.delete(dirname(draft.path));
    for (const folder of folders) await syncFolder(folder);
    await rmdir(target).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
    await rename(draft.path, target);
    draft.settle();
    // The case is whole and in its place; whether its name is on the disk as well is no reason to say otherwise.
    await syncFolder(dirname(target)).catch(() => undefined);
    return written;
  } catch (error) {
    const left = await draft?.discard();
    throw unwritable(error, path, left === undefined ? [] : [left]);
  }
}

import { access, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { UsageError } from '../foundation/index.js';
import { type DraftFolder, openDraft } from './draft-folder.js';
import { syncFolder } from './sync-to-disk.js';
import { errorCode } from './error-code.js';
import { type FolderFile, unwritable, type WrittenFile, writeText } from './write-text.js';

/**
 * Throws early if a file of that name exists: nothing is ever overwritten.
 * @throws UsageError `output-in-use`
 */
export async function requireFreeFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await access(path).then(() => undefined, errorCode);
    if (answer === 'ENOENT') continue;
    throw notNew(path, answer);
  }
}

/** @param answer - what the system said of the file; undefined = it is there */
function notNew(path: string, answer: string | undefined): UsageError {
  const found =
    answer === undefined ? 'it exists' : answer === 'EISDIR' ? 'it is a folder' : `the system answered ${answer}`;
  return new UsageError('output-in-use', `Expected ${path} to be a new file but ${found}`);
}

/**
 * Writes files into a folder that may hold some of them already: those are left as they are. All of the others or none.
 * @param options.anyBytes - whether a file of the same name is left whatever is in it. Default: only if it is the same to the byte
 * @throws UsageError `output-in-use` if a file of that name holds something else, InputError `output-unwritable`
 */
export async function writeFilesOnce(
  folder: string,
  files: readonly FolderFile[],
  { anyBytes = false }: { readonly anyBytes?: boolean } = {},
): Promise<{ readonly written: readonly WrittenFile[]; readonly kept: number }> {
  const missing: FolderFile[] = [];
  for (const file of files) {
    const path = join(resolve(folder), file.name);
    const present = await readFile(path).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw notNew(path, errorCode(error));
    });
    if (present === undefined) missing.push(file);
    else if (!anyBytes && !present.equals(bytesOf(file))) {
      throw new UsageError('output-in-use', `Expected ${path} to be a new file but it holds something else`);
    }
  }
  const written = missing.length === 0 ? [] : await writeFiles(folder, missing);
  return { written, kept: files.length - missing.length };
}

function bytesOf({ chunks }: FolderFile): Buffer {
  return Buffer.concat([...chunks].map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)));
}

/**
 * Writes new files into a folder that may hold others, all or none: they are written to a draft beside them first, and moved
 * into place at the end. Names of files are without a folder. Where moving fails and moving back does too, the error names what is there.
 *
 * @throws UsageError `output-in-use` if one of them exists, InputError `output-unwritable`
 */
export async function writeFiles(folder: string, files: readonly FolderFile[]): Promise<WrittenFile[]> {
  const target = resolve(folder);
  const paths = files.map(({ name }) => join(target, name));
  await requireFreeFiles(paths);
  const moved: string[] = [];
  let draft: DraftFolder | undefined;
  try {
    await mkdir(target, { recursive: true });
    draft = await openDraft(join(target, files[0]?.name ?? 'draft'));
    const written: WrittenFile[] = [];
    for (const file of files) written.push(await writeText(draft.path, file));
    await requireFreeFiles(paths);
    for (const path of paths) {
      await rename(join(draft.path, basename(path)), path);
      moved.push(path);
    }
    // An empty one that cannot be removed is no reason to say that nothing was written.
    await draft.discard();
    // All of them are in their places, whatever becomes of their names when the power fails.
    await syncFolder(target).catch(() => undefined);
    return written;
  } catch (error) {
    const left: string[] = [];
    for (const path of moved) await rm(path, { force: true }).catch(() => void left.push(path));
    const leftDraft = await draft?.discard();
    throw unwritable(error, `into ${folder}`, leftDraft === undefined ? left : [...left, leftDraft]);
  }
}

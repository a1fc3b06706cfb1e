import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { AUDIT_FILE } from './audit-event.js';
import { fileBytes } from './file-bytes.js';
import { REVIEW_FILE } from './review-entry.js';

/** A file of a case that is not as it was written. */
export interface ChangedFile {
  readonly name: string;
  /** SHA-256 as the audit log lists it. */
  readonly was: string;
  /** SHA-256 now; null: there is no such file, or it cannot be read. */
  readonly now: string | null;
}

/** How the files of a case folder stand to what was written. */
export interface CheckedFiles {
  readonly changed: readonly ChangedFile[];
  /** Files in the folder that are no part of the case; its audit log and its reviews are. */
  readonly others: number;
}

/** Compares the files of a case with the SHA-256 that its audit log lists. Reads every one of them. */
export async function checkCaseFiles(folder: string, written: ReadonlyMap<string, string>): Promise<CheckedFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const present = new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, sep).length).replaceAll(sep, '/')),
  );
  const changed: ChangedFile[] = [];
  for (const [name, was] of written) {
    const now = present.has(name) ? await hashOf(join(folder, name)) : null;
    if (now !== was) changed.push({ name, was, now });
  }
  const own = new Set([AUDIT_FILE, REVIEW_FILE, ...written.keys()]);
  return { changed, others: [...present].filter((name) => !own.has(name)).length };
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of fileBytes(path)) hash.update(chunk);
  } catch {
    return null;
  }
  return hash.digest('hex');
}

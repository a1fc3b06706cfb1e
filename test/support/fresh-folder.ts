import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const made = new Set<string>();

/** A new empty folder for a test, removed when all tests of its file are done (`remove-folders.ts`). The only maker of folders in tests. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'illicit-flows-test-'));
  made.add(folder);
  return folder;
}

/** Removes what was made so far, whatever is in it by now. */
export function removeFreshFolders(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
  made.clear();
}

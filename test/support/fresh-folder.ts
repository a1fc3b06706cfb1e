import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const made = new Set<string>();

/** A new empty folder for a test, removed when all tests of its file are done. The only maker of folders in tests. */
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

// Each test file has this module of its own, and so removes its own folders.
afterAll(removeFreshFolders);

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let root = '';

/** Gives a run of the tests a temporary folder of its own. Called by vitest before all tests. */
export function setup(): void {
  root = mkdtempSync(join(tmpdir(), 'illicit-flows-tests-'));
  process.env['TMPDIR'] = root;
}

/** Removes it, and fails the run if a test left a folder in it. Called by vitest after all tests. */
export function teardown(): void {
  const left = readdirSync(root).filter((name) => name.startsWith('illicit-flows'));
  rmSync(root, { recursive: true, force: true });
  if (left.length === 0) return;
  process.exitCode = 1; // An error here would be printed only.
  throw new Error(`Tests left ${left.length} temporary folders, such as ${left[0]}`);
}

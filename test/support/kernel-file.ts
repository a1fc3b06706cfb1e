import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds the kernel that sources read from dist/, so that tests never meet an old one. Called by vitest before all tests. */
export function setup(): void {
  execFileSync(process.execPath, [join('scripts', 'build-kernel.mjs')], { cwd: join(import.meta.dirname, '../..') });
}

import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { freshFolder } from './fresh-folder.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** The path of the command line in one file, which starts much sooner than from its sources; made anew by each call. */
export function bundledCli(): string {
  const folder = freshFolder();
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const outfile = join(folder, 'main.mjs');
  buildSync({
    ...{ entryPoints: [join(ROOT, 'src/cli/main.ts')], outfile, bundle: true, platform: 'node', format: 'esm' },
    packages: 'external',
  });
  return outfile;
}

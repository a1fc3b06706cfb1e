import { symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { freshFolder } from './fresh-folder.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** The path of the command line as users start it: what launches it, with what is launched beside it; made anew by each call. */
export function launchedCli(): string {
  const folder = freshFolder();
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  buildSync({
    entryPoints: { cli: join(ROOT, 'src/cli/launch.ts'), 'command-line': join(ROOT, 'src/cli/main.ts') },
    ...{ outdir: folder, bundle: true, platform: 'node', format: 'esm', packages: 'external' },
  });
  return join(folder, 'cli.js');
}

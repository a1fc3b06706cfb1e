// Builds dist/kernel.mjs: detectors and their contract in one file that needs Node and nothing else. It goes to nodes of a cluster.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');

/** Writes the file and returns its path. Names stay as they are, so that whoever lets it in can read it. */
export async function buildKernel(out = join(root, 'dist/kernel.mjs')) {
  await build({
    entryPoints: [join(root, 'src/engine/kernel-file.ts')],
    outfile: out,
    bundle: true,
    minifySyntax: true,
    minifyWhitespace: true,
    lineLimit: 160,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The licence of decimal.js, the one package in it.
    legalComments: 'inline',
    logLevel: 'warning',
  });
  return out;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${await buildKernel(process.argv[2])}\n`);
}

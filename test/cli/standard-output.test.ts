import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../support/fresh-folder.js';

const ROOT = resolve(import.meta.dirname, '../..');
/** The command line in one file, which starts much sooner than from its sources. */
const MAIN = bundled();
/** A device that takes nothing, as a full disk; only Linux has it. */
const FULL = '/dev/full';

function bundled(): string {
  const folder = freshFolder();
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const outfile = join(folder, 'main.mjs');
  buildSync({
    ...{ entryPoints: [join(ROOT, 'src/cli/main.ts')], outfile, bundle: true, platform: 'node', format: 'esm' },
    packages: 'external',
  });
  return outfile;
}

/** What the command line answers, and complains of, where its output goes to a descriptor or into a pipe that nobody reads. */
async function helpInto(stdout: number | 'closed'): Promise<{ code: unknown; err: string }> {
  const child = spawn(process.execPath, [MAIN, '--help'], {
    stdio: ['ignore', stdout === 'closed' ? 'pipe' : stdout, 'pipe'],
  });
  let err = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (err += text));
  // Closed before the child has loaded, so that its first word meets no reader.
  child.stdout?.destroy();
  const [code] = (await once(child, 'close')) as unknown[];
  return { code, err };
}

describe('standard output', () => {
  it('that its reader has closed ends the output, and is no error', async () => {
    expect(await helpInto('closed')).toEqual({ code: 0, err: '' });
  });

  it.skipIf(!existsSync(FULL))('on a full disk is an error in one line', async () => {
    const full = openSync(FULL, 'w');
    try {
      const { code, err } = await helpInto(full);
      expect(code).toBe(1);
      expect(err).toBe('illicit-flows: Expected to write to standard output but the system answered ENOSPC\n');
    } finally {
      closeSync(full);
    }
  });
});

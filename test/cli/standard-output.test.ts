import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundledCli } from '../support/bundled-cli.js';

const MAIN = bundledCli();
/** A device that takes nothing, as a full disk; only Linux has it. */
const FULL = '/dev/full';

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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const MODULE = pathToFileURL(resolve('src/engine/end-together.ts')).href;
const PROGRAM = `
  import { spawn } from 'node:child_process';
  import { endTogether } from '${MODULE}';
  if (process.argv.includes('handled')) process.on('SIGTERM', () => process.exit(7));
  const other = spawn('/bin/sh', ['-c', 'sleep 300 & wait'], { detached: true, stdio: 'ignore' });
  const release = endTogether(other.pid);
  if (process.argv.includes('release')) release();
  process.stdout.write(String(other.pid) + '\\n');
  setInterval(() => undefined, 1000);
`;

/** Starts the program, ends it by a signal, and says what became of it and of the group that it started. */
async function ended(...more: readonly string[]): Promise<{ readonly by: unknown; readonly isGroupThere: boolean }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', PROGRAM, '--', ...more], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  const group = -Number(said.toString('utf8'));
  child.kill('SIGTERM');
  const [code, signal] = (await once(child, 'exit')) as [unknown, unknown];
  const isThere = (): boolean => {
    try {
      return process.kill(group, 0);
    } catch {
      return false;
    }
  };
  for (let tries = 0; !more.includes('release') && isThere() && tries < 500; tries++) await setTimeout(20);
  const isGroupThere = isThere();
  if (isGroupThere) process.kill(group, 'SIGKILL');
  return { by: signal ?? code, isGroupThere };
}

it('ends a group of processes with this one, which the signal still ends', async () => {
  expect(await ended()).toEqual({ by: 'SIGTERM', isGroupThere: false });
});

it('leaves the group alone once that was taken back', async () => {
  expect(await ended('release')).toEqual({ by: 'SIGTERM', isGroupThere: true });
});

it('ends the group where somebody else handles the signal, who decides about this process', async () => {
  expect(await ended('handled')).toEqual({ by: 7, isGroupThere: false });
});

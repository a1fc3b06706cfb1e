import { beforeAll, describe, expect, it } from 'vitest';
import {
  prepareFaultRuns,
  runWithFault,
  type SoundRun,
  soundRun,
  WRITING_COMMANDS,
} from '../support/fuzz/fault-runs.js';
import { freshFolder } from '../support/fresh-folder.js';

/** One that writes files into a folder, and one that writes a folder. */
const SHORT = ['features', 'report'];
const CODES = ['EIO', 'ENOSPC', 'EACCES'];
const root = freshFolder();
const sound = new Map<string, SoundRun>();

beforeAll(async () => {
  await prepareFaultRuns(root);
  for (const command of WRITING_COMMANDS.filter(({ name }) => SHORT.includes(name)))
    sound.set(command.name, await soundRun(root, command));
}, 60_000);

describe('a file system that fails', () => {
  // The longer version (npm run fuzz) tries every code at every call of every command.
  it.each(SHORT)('at any call of %s leaves everything or nothing, and one line', async (name) => {
    const run = sound.get(name)!;
    expect(run.calls.length).toBeGreaterThan(8);
    const wrong: string[] = [];
    for (let call = 1; call <= run.calls.length; call++) {
      const fault = { call, code: CODES[call % CODES.length]!, stays: call % 2 === 0 };
      const found = await runWithFault(root, run, fault);
      if (found !== undefined) wrong.push(found);
    }
    expect(wrong).toEqual([]);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { requireFreeFolder, writeFolder } from '../../src/node/index.js';
import { freshFolder } from '../support/fresh-folder.js';

let root = '';
beforeEach(() => {
  root = freshFolder();
});

describe('writeFolder', () => {
  it('writes all files, with their sizes and hashes', async () => {
    const target = join(root, 'deep', 'case');
    const written = await writeFolder(target, [
      { name: 'a.txt', chunks: ['abc'] },
      { name: 'b.txt', chunks: ['é', '\n'] },
    ]);
    expect(readFileSync(join(target, 'b.txt'), 'utf8')).toBe('é\n');
    expect(written.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.txt', 3],
      ['b.txt', 3],
    ]);
    expect(written[0]!.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('takes an empty folder, and refuses one in use or a file without touching it', async () => {
    const empty = join(root, 'empty');
    mkdirSync(empty);
    await writeFolder(empty, [{ name: 'a', chunks: [] }]);
    await expect(writeFolder(empty, [])).rejects.toMatchObject({ code: 'output-in-use' });
    const file = join(root, 'file');
    writeFileSync(file, 'keep');
    await expect(requireFreeFolder(file)).rejects.toMatchObject({ code: 'output-in-use' });
    expect(readFileSync(file, 'utf8')).toBe('keep');
  });

  it('leaves nothing behind when writing fails half-way', async () => {
    function* breaking(): Generator<string> {
      yield 'half';
      throw new Error('boom');
    }
    const files = [
      { name: 'a', chunks: ['whole'] },
      { name: 'b', chunks: breaking() },
    ];
    await expect(writeFolder(join(root, 'case'), files)).rejects.toThrow('boom');
    expect(readdirSync(root)).toEqual([]);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'leaves nothing behind when %s ends the process',
    async (signal) => {
      const script = join(import.meta.dirname, '../support/endless-write.ts');
      const child = spawn(process.execPath, ['--import', 'tsx', script, join(root, 'case')], { stdio: 'inherit' });
      const ended = once(child, 'exit');
      try {
        const isWriting = (): boolean => readdirSync(root).some((name) => existsSync(join(root, name, 'endless.csv')));
        await expect.poll(isWriting, { timeout: 20_000 }).toBe(true);
        child.kill(signal);
        expect(await ended).toEqual([null, signal]);
        expect(readdirSync(root)).toEqual([]);
      } finally {
        child.kill('SIGKILL');
      }
    },
    30_000,
  );

  it('clears a draft that a killed process left, and none that is being written', async () => {
    const script = join(import.meta.dirname, '../support/endless-write.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, join(root, 'case')], { stdio: 'inherit' });
    const ended = once(child, 'exit');
    const drafts = (): string[] => readdirSync(root).filter((name) => name.startsWith('.'));
    try {
      await expect.poll(() => drafts().length, { timeout: 20_000 }).toBe(1);
      await writeFolder(join(root, 'other'), [{ name: 'a', chunks: ['a'] }]);
      expect(drafts().length).toBe(1);
    } finally {
      child.kill('SIGKILL');
    }
    await ended;
    expect(drafts().length).toBe(1);
    await writeFolder(join(root, 'another'), [{ name: 'a', chunks: ['a'] }]);
    expect(readdirSync(root).sort()).toEqual(['another', 'other']);
  }, 30_000);

  it('says in one line that a place cannot be written to', async () => {
    writeFileSync(join(root, 'file'), '');
    const target = join(root, 'file', 'case');
    await expect(writeFolder(target, [])).rejects.toMatchObject({ name: expect.stringMatching(/Error$/u) as string });
    expect(existsSync(target)).toBe(false);
  });
});

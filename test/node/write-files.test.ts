import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requireFreeFiles, writeFiles } from '../../src/node/index.js';
import { freshFolder } from '../support/fresh-folder.js';

describe('writeFiles', () => {
  it('writes beside what is there, and makes the folder', async () => {
    const folder = join(freshFolder(), 'deep');
    const written = await writeFiles(folder, [
      { name: 'a.txt', chunks: ['abc'] },
      { name: 'b.txt', chunks: ['é', '\n'] },
    ]);
    expect(written.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['a.txt', 3],
      ['b.txt', 3],
    ]);
    await writeFiles(folder, [{ name: 'c.txt', chunks: [] }]);
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.txt', 'c.txt']);
  });

  it('overwrites nothing', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'b'), 'keep');
    const files = ['a', 'b'].map((name) => ({ name, chunks: ['new'] }));
    await expect(writeFiles(folder, files)).rejects.toMatchObject({ code: 'output-in-use' });
    await expect(requireFreeFiles([join(folder, 'b')])).rejects.toMatchObject({ code: 'output-in-use' });
    await requireFreeFiles([join(folder, 'a')]);
    expect(readdirSync(folder)).toEqual(['b']);
    expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('keep');
  });

  it('leaves nothing behind when writing fails half-way, or where it cannot write', async () => {
    const folder = freshFolder();
    function* breaking(): Generator<string> {
      yield 'half';
      throw new Error('boom');
    }
    const files = [
      { name: 'a', chunks: ['whole'] },
      { name: 'b', chunks: breaking() },
    ];
    await expect(writeFiles(folder, files)).rejects.toThrow('boom');
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'file'), '');
    await expect(writeFiles(join(folder, 'file', 'x'), files)).rejects.toMatchObject({ code: 'output-in-use' });
  });
});

import { createHash } from 'node:crypto';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGuardList } from '../../src/node/index.js';
import { freshFolder } from '../support/fresh-folder.js';

const FOLDER = freshFolder();

describe('readGuardList', () => {
  it('reads a file of several chunks and hashes it as stored', async () => {
    const path = join(FOLDER, 'long.csv');
    const lines = Array.from({ length: 60_000 }, (_, i) => `BANK${i % 7},account-${i},registered-body\n`);
    const text = `institution,account,kind\n${lines.join('')}`;
    writeFileSync(path, text);
    const { sha256, list } = await readGuardList(path);
    expect(text.length).toBeGreaterThan(1 << 20);
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(list.entries).toHaveLength(60_000);
    expect(list.entries.at(-1)).toMatchObject({ account: 'account-59999', line: 60_001 });
  });

  it('refuses files that cannot be read, or are far too large', async () => {
    await expect(readGuardList(join(FOLDER, 'nowhere.csv'))).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(readGuardList(FOLDER)).rejects.toMatchObject({ code: 'file-unreadable' });
    const path = join(FOLDER, 'large.csv');
    writeFileSync(path, '');
    truncateSync(path, (1 << 26) + 1);
    await expect(readGuardList(path)).rejects.toMatchObject({ code: 'guard-list-too-long' });
  });
});

import { appendFileSync, linkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Mapping } from '../../src/ingest/index.js';
import { readTransactions } from '../../src/node/index.js';
import { freshFolder } from '../support/fresh-folder.js';

const mapping: Mapping = { payer: { account: 'from' }, beneficiary: { account: 'to' }, time: 'file-order' };
const TEXT = `from,to\n${'a,b\n'.repeat(100)}`;

describe('readTransactions', () => {
  it('refuses one file by two paths', async () => {
    const folder = freshFolder();
    const path = join(folder, 'a.csv');
    writeFileSync(path, TEXT);
    linkSync(path, join(folder, 'hard.csv'));
    symlinkSync(path, join(folder, 'soft.csv'));
    for (const other of [path, join(folder, '.', 'a.csv'), join(folder, 'hard.csv'), join(folder, 'soft.csv')]) {
      await expect(readTransactions([path, other], { mapping })).rejects.toMatchObject({ code: 'same-file' });
    }
    writeFileSync(join(folder, 'b.csv'), TEXT);
    expect((await readTransactions([path, join(folder, 'b.csv')], { mapping })).ledger.rowCount).toBe(200);
  });

  it('refuses a file that grows while it is read', async () => {
    const path = join(freshFolder(), 'a.csv');
    writeFileSync(path, TEXT);
    const onProgress = (): void => {
      appendFileSync(path, 'c,d\n');
    };
    await expect(readTransactions(path, { mapping, onProgress })).rejects.toMatchObject({ code: 'file-changed' });
  });

  it.each([
    'file,with,no,header\nX Payer,Y,5,1\n',
    'DE8937040044,Ann Payer,5.00,2024-01-01\nDE9937040044,Eve Payer,6.00,2024-01-02\n',
  ])('prints no cell of a transfer where there is no header, or another preset', async (text) => {
    const path = join(freshFolder(), 'a.csv');
    writeFileSync(path, text);
    for (const one of [mapping, 'amlworld', 'illicit-flows'] as const) {
      const error: unknown = await readTransactions(path, { mapping: one }).catch((caught: unknown) => caught);
      expect(String(error)).toMatch(/Expected/u);
      expect(String(error)).not.toMatch(/Payer|DE\d/u);
    }
  });
});

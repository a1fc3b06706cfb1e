import { createHash } from 'node:crypto';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { inspectFile, readTransactions, sourceNames } from '../../src/node/index.js';
import { freshFolder } from '../support/fresh-folder.js';

const TEXT = 'time,payer_account,beneficiary_account,amount,currency\n2024-01-01,a,b,1,EUR\n';
const OPTIONS = { mapping: 'illicit-flows' } as const;

describe('readTransactions', () => {
  let folder = '';
  beforeEach(() => {
    folder = freshFolder();
  });

  it('reads files in order and remembers their stored bytes', async () => {
    const packed = gzipSync(TEXT);
    await writeFile(join(folder, 'one.csv'), TEXT);
    await writeFile(join(folder, 'two.csv.gz'), packed);
    const paths = [join(folder, 'one.csv'), join(folder, 'two.csv.gz')];
    const seen: string[] = [];
    const totals: (number | undefined)[] = [];
    const { ledger, files, notes } = await readTransactions(paths, {
      ...OPTIONS,
      onProgress: ({ stage, done, total }) => {
        seen.push(stage);
        totals.push(total);
        expect(done).toBe(total);
      },
    });
    const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(ledger.sources).toEqual([
      { name: 'one.csv', sha256: sha256(TEXT) },
      { name: 'two.csv.gz', sha256: sha256(packed) },
    ]);
    expect(files.map((file) => file.gzip)).toEqual([false, true]);
    expect(ledger.source(1)).toEqual({ file: 'two.csv.gz', line: 2 });
    expect(notes[0]).toMatchObject({ code: 'duplicate', count: 1 });
    expect(new Set(seen)).toEqual(new Set(['read one.csv', 'read two.csv.gz']));
    expect(totals).toEqual([TEXT.length, packed.length]);
  });

  it('reads a file of many chunks as it was written', async () => {
    const rows = Array.from({ length: 60_000 }, (_, i) => `2024-01-01,payer-${i},beneficiary-${i % 7},${i + 1},EUR`);
    const text = `${TEXT.slice(0, TEXT.indexOf('\n'))}\n${rows.join('\n')}\n`;
    const path = join(folder, 'long.csv');
    await writeFile(path, text);
    const bytes = await readTransactions(path, { ...OPTIONS, reader: 'bytes' });
    const papa = await readTransactions(path, { ...OPTIONS, reader: 'papa' });
    expect(text.length).toBeGreaterThan(2 * 1_048_576);
    expect(bytes.ledger.sources[0]?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(bytes.ledger.columns).toEqual(papa.ledger.columns);
    expect(bytes.files[0]).toMatchObject({ accepted: 60_000, quarantined: 0 });
  });

  it('says in one line which file cannot be read', async () => {
    await mkdir(join(folder, 'sub'));
    await symlink('loop', join(folder, 'loop'));
    for (const [name, reason] of [
      ['none.csv', 'does not exist'],
      ['sub', 'is a folder'],
      ['loop', 'is a loop of links'],
    ] as const) {
      const path = join(folder, name);
      const message = `Expected a readable file but ${path} ${reason}`;
      await expect(readTransactions(path, OPTIONS)).rejects.toMatchObject({ code: 'file-unreadable', message });
    }
    await expect(readTransactions([], OPTIONS)).rejects.toMatchObject({ code: 'no-files' });
  });

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read (not as root, who may)', async () => {
    const path = join(folder, 'locked.csv');
    await writeFile(path, TEXT);
    await chmod(path, 0);
    await expect(readTransactions(path, OPTIONS)).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  it('reads an empty file', async () => {
    const path = join(folder, 'empty.csv');
    await writeFile(path, '');
    const { ledger, files } = await readTransactions(path, OPTIONS);
    expect(ledger.rowCount).toBe(0);
    expect(files[0]).toMatchObject({ read: 0, notes: ['the file is empty'] });
  });

  it('stops when told to', async () => {
    const path = join(folder, 'one.csv');
    await writeFile(path, TEXT);
    await expect(readTransactions(path, { ...OPTIONS, signal: AbortSignal.abort() })).rejects.toThrow('aborted');
  });

  it('names files by the last part of the path, unless two share it', () => {
    expect(sourceNames(['a/x.csv', 'b/x.csv', 'b/y.csv'])).toEqual(['a/x.csv', 'b/x.csv', 'y.csv']);
  });

  it('looks at the beginning of a file', async () => {
    const path = join(folder, 'one.csv');
    await writeFile(path, TEXT);
    expect(await inspectFile(path)).toMatchObject({ name: 'one.csv', preset: 'illicit-flows' });
  });
});

import { createHash } from 'node:crypto';
import { appendFileSync, utimesSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from '../../src/node/read-transactions.js';
import { freshFolder } from '../support/fresh-folder.js';
import { describeReading } from '../support/reading.js';

const OPTIONS = { mapping: 'illicit-flows' } as const;
const HEADER = 'time,payer_account,payer_institution,beneficiary_account,amount,currency\n';

/** Rows with everything that parts must agree on: accounts met again, several currencies, odd rows, duplicates. */
function rows(count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    if (i % 97 === 0) return `2024-01-01,"quoted, ${i}",bank,b,${i + 1},EUR`;
    if (i % 89 === 0) return `2024-13-01,a,bank,b,${i + 1},EUR`;
    if (i % 83 === 0) return '2024-01-01,same,bank,other,1.00,EUR';
    return `2024-01-${String(1 + (i % 28)).padStart(2, '0')},a${i % 61},bank${i % 3},a${i % 53},${i}.5,${['EUR', 'USD', 'JPY'][i % 3]!}`;
  });
}

describe('reading in several threads', () => {
  let folder = '';
  const path = (name: string): string => join(folder, name);
  beforeAll(async () => {
    folder = freshFolder();
    const text = `${HEADER}${rows(20_000).join('\n')}\n`;
    await writeFile(path('plain.csv'), text);
    await writeFile(path('packed.csv.gz'), gzipSync(text));
    await writeFile(path('small.csv'), `${HEADER}2024-01-01,a,bank,b,1,EUR\n`);
    await writeFile(path('one-line.csv'), `${HEADER}2024-01-01,"${'x'.repeat(300_000)}",bank,b,1,EUR\n`);
    const quoted = `2024-01-01,"${rows(4000).join('\n')}",bank,b,1,EUR\n`;
    await writeFile(path('quoted.csv'), `${HEADER}${rows(4000).join('\n')}\n${quoted}${rows(4000).join('\n')}`);
  });

  it.each([2, 3, 5])('with %i of them gives what one gives', async (workers) => {
    const paths = ['plain.csv', 'packed.csv.gz', 'small.csv', 'one-line.csv', 'quoted.csv'].map(path);
    const alone = await readFiles(paths, { ...OPTIONS, workers: 1 }, 1000);
    expect(alone.quarantine.total).toBeGreaterThan(100);
    expect(alone.notes.length).toBeGreaterThan(0);
    expect(describeReading(await readFiles(paths, { ...OPTIONS, workers }, 1000))).toEqual(describeReading(alone));
  });

  it('hashes the whole file and follows it to its end', async () => {
    const progress: number[] = [];
    const onProgress = ({ done }: { done: number }): number => progress.push(done);
    const { ledger, files } = await readFiles(path('plain.csv'), { ...OPTIONS, workers: 3, onProgress }, 1000);
    const stored = await readFile(path('plain.csv'));
    const sha256 = createHash('sha256').update(stored).digest('hex');
    expect(ledger.sources).toEqual([{ name: 'plain.csv', sha256 }]);
    expect(files[0]?.sha256).toBe(sha256);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(stored.length);
  });

  it.each([
    [
      'written to',
      (file: string) => {
        utimesSync(file, 1, 1);
      },
    ],
    [
      'made longer',
      (file: string) => {
        appendFileSync(file, '2024-01-01,a,bank,b,1,EUR\n');
      },
    ],
  ])('refuses a file that is %s meanwhile', async (_, change) => {
    const file = path('changing.csv');
    await writeFile(file, `${HEADER}${rows(4000).join('\n')}\n`);
    const onProgress = (): void => {
      change(file);
    };
    const reading = readFiles(file, { ...OPTIONS, workers: 2, onProgress }, 1000);
    await expect(reading).rejects.toMatchObject({ name: 'InputError', code: 'file-changed' });
  });

  it('ends its threads when the reading fails', async () => {
    const onProgress = (): never => {
      throw new Error('enough');
    };
    const reading = readFiles([path('plain.csv')], { ...OPTIONS, workers: 2, onProgress }, 1000);
    await expect(reading).rejects.toThrow('enough');
  });

  it('wants at least one thread', async () => {
    await expect(readFiles([path('small.csv')], { ...OPTIONS, workers: 0 }, 1000)).rejects.toMatchObject({
      code: 'option-range',
    });
  });
});

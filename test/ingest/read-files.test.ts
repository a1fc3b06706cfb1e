import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Mapping, readFiles, readLedger } from '../../src/ingest/index.js';

const TEXT = 'from,to,day,sum\na,b,2024-01-15,12.50\nb,c,2024-01-16,nothing\n';
const mapping: Mapping = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  time: { column: 'day', formats: ['YYYY-MM-DD'] },
  amount: { column: 'sum', currency: { constant: 'EUR' } },
};
const code = (expected: string): Error => expect.objectContaining({ code: expected }) as Error;

describe('reading files of a browser', () => {
  it('reads what reading bytes reads, with names and hashes', async () => {
    const bytes = new TextEncoder().encode(TEXT);
    const { ledger, quarantine, files } = await readFiles([new File([bytes], 'bank.csv')], { mapping });
    const plain = await readLedger(
      [
        {
          name: 'bank.csv',
          bytes: (async function* () {
            yield await Promise.resolve(bytes);
          })(),
        },
      ],
      { mapping },
    );
    expect([...ledger]).toEqual([...plain.ledger]);
    expect(quarantine.total).toBe(1);
    expect(files).toMatchObject([{ name: 'bank.csv', read: 3, accepted: 1, quarantined: 1 }]);
    expect(files[0]!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('names blobs by their place, and refuses two of one name and none at all', async () => {
    const { files } = await readFiles([new Blob([TEXT]), new Blob([TEXT])], { mapping });
    expect(files.map(({ name }) => name)).toEqual(['file-1', 'file-2']);
    await expect(readFiles([new File([TEXT], 'a'), new File([TEXT], 'a')], { mapping })).rejects.toThrow(
      code('file-twice'),
    );
    await expect(readFiles([], { mapping })).rejects.toThrow(code('no-files'));
  });

  it('lets go of a file whose reading fails', async () => {
    await expect(readFiles([new Blob(['x;y\n1;2\n'])], { mapping })).rejects.toThrow(code('column-missing'));
  });
});

import { describe, expect, it } from 'vitest';
import { type Mapping } from '../../src/ingest/index.js';
import { faultsOf, readOne, rowsOf } from '../support/ingest/reading.js';

const MAPPING: Mapping = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  time: { column: 'day', formats: ['YYYY-MM-DD'] },
};

describe.each(['papa', 'bytes'] as const)('with the reader %s', (reader) => {
  const read = async (mapping: Mapping, text: string): Promise<[string[], string[], [string, number][]]> => {
    const reading = await readOne(text, { mapping, reader });
    const froms = rowsOf(reading).map((row) => row.split(' | ')[0]!);
    return [froms, faultsOf(reading), [...reading.files[0]!.skippedByCode]];
  };

  it('money that did not move is skipped and counted', async () => {
    const text = `from,to,amount,day,Status,isError
a,x,1,2024-01-01,PAID,0
b,x,1,2024-01-01,cancelled,0
c,x,1,2024-01-01, paid ,0
d,x,1,2024-01-01,PAID,1
e,x,1,2024-01-01,,0
f,x,1
`;
    const skipped = (count: number): [string, number][] => [
      ['header-line', 1],
      ['not-moved', count],
    ];
    expect(await read({ ...MAPPING, only: { Status: ['Paid'] } }, text)).toEqual([
      ['a', 'c', 'd'],
      ['7 cell-count'],
      skipped(2),
    ]);
    expect(await read({ ...MAPPING, except: { status: ['CANCELLED'], isError: ['1'] } }, text)).toEqual([
      ['a', 'c', 'e'],
      ['7 cell-count'],
      skipped(2),
    ]);
    expect(await read({ ...MAPPING, only: { Status: ['paid'], '#6': ['0'] } }, text)).toEqual([
      ['a', 'c'],
      ['7 cell-count'],
      skipped(3),
    ]);
    await expect(read({ ...MAPPING, only: { State: ['paid'] } }, text)).rejects.toMatchObject({
      code: 'column-missing',
    });
    await expect(read({ ...MAPPING, only: { Status: [] } }, text)).rejects.toMatchObject({ code: 'mapping-invalid' });
  });

  it('accounts that are none have codes of their own', async () => {
    const cells = [
      '1.23457E+15',
      '"1,23457E+15"',
      '4E+5',
      '0',
      '000',
      '999999',
      '9999999',
      '-',
      '–',
      'N/A',
      'NULL',
      '',
    ];
    const good = ['1', '100', '99999', '0990', 'E+15', '1234567890', 'nullable', '1E5', '90009'];
    const text = `from,to,amount,day\n${[...cells, ...good].map((cell) => `${cell},x,1,2024-01-01\n`).join('')}`;
    const [read1, faults] = await read(MAPPING, text);
    expect(new Set(read1)).toEqual(new Set(good));
    expect(faults).toEqual([
      ...[2, 3, 4].map((line) => `${line} account-spoilt from`),
      ...[5, 6, 7, 8, 9, 10, 11, 12].map((line) => `${line} account-placeholder from`),
      '13 account-missing from',
    ]);
    const kept: Mapping = { ...MAPPING, accounts: { placeholders: ['0'], spoilt: 'keep' } };
    expect((await read(kept, text))[1]).toEqual(['5 account-placeholder from', '13 account-missing from']);
    const none: Mapping = { ...MAPPING, accounts: { placeholders: [] }, missing: ['n/a'] };
    expect((await read(none, text))[1]).toEqual([
      ...[2, 3, 4].map((line) => `${line} account-spoilt from`),
      '11 account-missing from',
      '13 account-missing from',
    ]);
  });

  it('presets read every account as before', async () => {
    const reading = await readOne('0 1 5\n1 0 6\n', { mapping: 'edge-list', reader });
    expect(reading.ledger.rowCount).toBe(2);
  });
});

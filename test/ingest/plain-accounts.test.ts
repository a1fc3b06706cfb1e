import { describe, expect, it } from 'vitest';
import { type LedgerReading, type Mapping, readLedger } from '../../src/ingest/index.js';
import { describeReading, sourceOf } from '../support/reading.js';

const MAPPING = {
  payer: { account: 'from', institution: 'bank' },
  beneficiary: { account: 'to', institution: 'tobank' },
  time: { column: 'time', formats: ['YYYY-MM-DD'] },
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  dialect: { header: true, encoding: 'utf-8' },
} satisfies Mapping;

const HEADER = 'time,bank,from,tobank,to,amount\n';

function read(lines: readonly string[], reader: 'bytes' | 'papa'): Promise<LedgerReading> {
  const text = `${HEADER}${lines.map((line) => `2024-01-01,${line},1\n`).join('')}`;
  return readLedger([sourceOf([new TextEncoder().encode(text)])], { mapping: MAPPING, reader });
}

describe('PlainAccounts', () => {
  it('tells pairs apart whose bytes look alike', async () => {
    const lines = ['1,23,12,3', '"1,2",3,1,"2,3"', ',123,123,4', '"1","23","",123', '"1",23,1,"23"', '"1,23",4,"1",23'];
    const bytes = await read(lines, 'bytes');
    const { accounts } = bytes.ledger;
    const keys = Array.from({ length: accounts.size }, (_, i) => Object.values(accounts.key(i)).join('|'));
    expect(keys).toEqual(['|123', '1|2,3', '1|23', '1,2|3', '1,23|4', '12|3', '123|4']);
    expect(describeReading(bytes)).toEqual(describeReading(await read(lines, 'papa')));
  });

  it('takes cells too long to be looked up together', async () => {
    const long = 'b'.repeat(4096);
    const lines = [`${long},1,${long.slice(1)},1`, `x,1,${long},1`, `"${'c'.repeat(300_000)}",1,x,1`];
    const bytes = await read(lines, 'bytes');
    expect(bytes.ledger.accounts.size).toBe(4);
    expect(describeReading(bytes)).toEqual(describeReading(await read(lines, 'papa')));
  });

  it('numbers newcomers of later batches', async () => {
    const lines = Array.from({ length: 9000 }, (_, i) => `${i % 90},${i % 3000},${i % 7},${(i * i) % 5000}`);
    expect(describeReading(await read(lines, 'bytes'))).toEqual(describeReading(await read(lines, 'papa')));
  });
});

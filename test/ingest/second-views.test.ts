import { describe, expect, it } from 'vitest';
import { type LedgerReading, type Mapping, readLedger, type ReadLedgerOptions } from '../../src/ingest/index.js';
import { chunked, faultsOf, utf8 } from '../support/ingest/reading.js';

const MAPPING: Mapping = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  time: { column: 'day', formats: ['YYYY-MM-DD'] },
  id: 'ref',
};

async function read(
  files: readonly (readonly string[])[],
  more: Partial<ReadLedgerOptions> = {},
): Promise<LedgerReading> {
  const sources = files.map((rows, i) => ({
    name: `bank${i + 1}.csv`,
    bytes: chunked(utf8(`from,to,amount,day,ref\n${rows.map((row) => `${row}\n`).join('')}`), 100),
  }));
  return readLedger(sources, { mapping: MAPPING, ...more });
}

/** Places of second views that were noted. */
function notedIn({ notes }: LedgerReading): string[] {
  const examples = notes.filter(({ code }) => code === 'second-view').flatMap((note) => note.examples);
  return examples.map(({ place, received }) => `${place.file}:${place.line} ${received.split(' ').at(-1)!}`);
}

describe('two views of one transfer', () => {
  const first = ['a,b,5,2024-01-01,R1', 'a,b,5,2024-01-01,R2', 'a,c,7,2024-01-01,'];
  const second = ['a,b,5.00,2024-01-06,R1', 'a,b,5,2024-01-07,R2', 'a,c,7,2024-01-01,', 'b,a,5,2024-01-02,R1'];

  it('are kept and noted, naming the other file and line', async () => {
    const reading = await read([first, second]);
    expect(reading.ledger.rowCount).toBe(7);
    expect(notedIn(reading)).toEqual(['bank2.csv:2 bank1.csv:2']);
  });

  it('count once if asked, and the second is in quarantine', async () => {
    const reading = await read([first, second], { twoViews: 'drop' });
    expect(reading.ledger.rowCount).toBe(6);
    expect(faultsOf(reading)).toEqual(['2 second-view']);
    expect(reading.quarantine.entries[0]).toMatchObject({ file: 'bank2.csv', received: /bank1\.csv:2$/ });
    expect(reading.files.map(({ accepted, quarantined }) => [accepted, quarantined])).toEqual([
      [3, 0],
      [3, 1],
    ]);
  });

  it('come from two files, one from each', async () => {
    const twice = ['a,b,5,2024-01-01,R1', 'a,b,5,2024-01-02,R1'];
    expect(notedIn(await read([twice]))).toEqual([]);
    expect(notedIn(await read([twice, twice]))).toEqual(['bank2.csv:2 bank1.csv:2', 'bank2.csv:3 bank1.csv:3']);
    const third = await read([first, second, ['a,b,5,2024-01-03,R1']], { twoViews: 'drop' });
    expect(faultsOf(third)).toEqual(['2 second-view', '2 second-view']);
    expect(third.ledger.rowCount).toBe(6);
  });

  it('are not looked for among steps, or without references and amounts', async () => {
    const steps: Mapping = { ...MAPPING, time: { column: 'day', step: 'hour' } };
    expect(notedIn(await read([['a,b,5,1,R1'], ['a,b,5,2,R1']], { mapping: steps }))).toEqual([]);
    const { payer, beneficiary, time, id } = MAPPING;
    const none = { payer: payer!, beneficiary: beneficiary!, time, id: id! };
    expect(notedIn(await read([first, second], { mapping: none }))).toEqual([]);
  });
});

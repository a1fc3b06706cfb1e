import { describe, expect, it } from 'vitest';
import { type LedgerReading, type Mapping, readLedger } from '../../src/ingest/index.js';
import { sourceOf } from '../support/reading.js';

const MAPPING: Mapping = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  time: { column: 'time', step: 'day' },
};

async function read(files: readonly (readonly string[])[], duplicates: 'keep' | 'drop'): Promise<LedgerReading> {
  const sources = files.map((lines, i) => {
    const bytes = new TextEncoder().encode(['time,from,to', ...lines, ''].join('\n'));
    return sourceOf([bytes], `f${i}.csv`);
  });
  return readLedger(sources, { mapping: MAPPING, duplicates });
}

describe('exact duplicates', () => {
  const one = ['1,a,b', '1,a,b', 'x,a,b', '2,a,b'];
  const two = ['2,a,b', '3,a,b'];

  it('that are dropped say which line they repeat, in the order of the files', async () => {
    const { quarantine, ledger, files } = await read([one, two], 'drop');
    expect(quarantine.entries.map(({ file, line, code, raw }) => [file, line, code, raw])).toEqual([
      ['f0.csv', 3, 'duplicate', 'the same as f0.csv:2'],
      ['f0.csv', 4, 'time-unreadable', 'a | [hidden] | [hidden]'],
      ['f1.csv', 2, 'duplicate', 'the same as f0.csv:5'],
    ]);
    expect(files.map(({ accepted, quarantined }) => [accepted, quarantined])).toEqual([
      [2, 2],
      [1, 1],
    ]);
    expect(ledger.rowCount).toBe(3);
  });

  it.each([
    ['drop', 1, 100_150],
    ['keep', 100_151, 0],
  ] as const)('are all counted, also beyond those that are listed: %s', async (duplicates, accepted, quarantined) => {
    const first = Array.from({ length: 60_001 }, () => '1,a,b');
    const second = Array.from({ length: 40_150 }, () => '1,a,b');
    const { files, quarantine, notes, ledger } = await read([first, second], duplicates);
    const sum = (of: (file: (typeof files)[number]) => number): number => files.reduce((total, f) => total + of(f), 0);
    expect(sum((file) => file.accepted)).toBe(accepted);
    expect(sum((file) => file.quarantined)).toBe(quarantined);
    expect(ledger.rowCount).toBe(accepted);
    expect(quarantine.total).toBe(quarantined);
    expect(notes.map(({ code, count }) => [code, count])).toEqual(
      duplicates === 'keep' ? [['duplicate', 100_150]] : [],
    );
  });
});

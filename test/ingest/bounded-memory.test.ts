import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inspectStream, readLedger, type Mapping } from '../../src/ingest/index.js';
import { ReadLog } from '../../src/ingest/read-log.js';
import { chunked, readOne, utf8 } from '../support/ingest/reading.js';

const MAPPING: Mapping = { payer: { account: 'from' }, beneficiary: { account: 'to' }, time: 'file-order' };

describe('quarantined records', () => {
  it('are kept up to a number of bytes, and counted beyond', async () => {
    const lines = `${'x'.repeat(1000)}\n`.repeat(500);
    for (const reader of ['papa', 'bytes'] as const) {
      const options = { mapping: MAPPING, reader, maxQuarantinedBytes: 100_000 };
      const { quarantine } = await readOne(`from,to\n${lines}`, options);
      expect([quarantine.total, quarantine.complete, quarantine.entries.length]).toEqual([500, false, 471]);
      expect(quarantine.entries.at(-1)?.line).toBe(472);
    }
  });

  it('are the first ones, without a gap for one that is short', () => {
    const log = new ReadLog({ maxQuarantined: 10, maxQuarantinedBytes: 1000 });
    const file = log.openFile('f');
    const fault = { code: 'c', column: '', expected: '', received: '' };
    for (const [line, length] of [
      [1, 100],
      [2, 2000],
      [3, 1],
    ] as const)
      log.quarantine(file, line, 'x'.repeat(length), fault);
    expect(log.finish()).toMatchObject({ total: 3, complete: false, entries: [{ line: 1 }] });
  });
});

describe('a packed file', () => {
  // Members of zeros, one behind another: 8 MiB each, as in a file of any size.
  const member = new Uint8Array(gzipSync(new Uint8Array(1 << 23)));
  const bomb = async function* (counted: { members: number }): AsyncGenerator<Uint8Array> {
    await Promise.resolve();
    yield new Uint8Array(gzipSync(utf8('from,to\n')));
    for (; counted.members < 1280; counted.members++) yield member;
  };

  it('of 10 GiB of zeros is refused after a few members', async () => {
    const counted = { members: 0 };
    const reading = readLedger([{ name: 'bomb.gz', bytes: bomb(counted) }], { mapping: MAPPING });
    await expect(reading).rejects.toMatchObject({ code: 'unpacked-too-large' });
    // 64 MiB are 8 members; some more are on their way.
    expect(counted.members).toBeLessThan(400);
  });

  it('may hold what the caller states, and no more', async () => {
    const packed = new Uint8Array(gzipSync(utf8(`from,to\n${'a,b\n'.repeat(30_000)}`)));
    const read = (maxUnpackedBytes: number): ReturnType<typeof readLedger> =>
      readLedger([{ name: 'f.gz', bytes: chunked(packed, 1000) }], { mapping: MAPPING, maxUnpackedBytes });
    expect((await read(120_008)).ledger.rowCount).toBe(30_000);
    await expect(read(120_007)).rejects.toMatchObject({ code: 'unpacked-too-large' });
  });

  it('is looked at without being unpacked', async () => {
    const counted = { members: 0 };
    await inspectStream(bomb(counted), 'bomb.gz');
    expect(counted.members).toBeLessThan(50);
  });
});

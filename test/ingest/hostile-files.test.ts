import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type LedgerReading, type Mapping, readLedger, type ReadLedgerOptions } from '../../src/ingest/index.js';
import { chunked, faultsOf, readOne, rowsOf, utf16, utf8 } from '../support/ingest/reading.js';

const MAPPING: Mapping = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  time: { column: 'time', formats: ['YYYY-MM-DD'], zone: '+00:00' },
  numbers: { decimalMark: '.' },
};
const HEADER = 'from,to,amount,time\n';
const READERS: readonly ReadLedgerOptions[] = [
  { mapping: MAPPING, reader: 'papa' },
  { mapping: MAPPING, reader: 'auto' },
];

function reconciles({ files, ledger, quarantine }: LedgerReading): void {
  const sum = (pick: (file: (typeof files)[number]) => number): number =>
    files.reduce((all, file) => all + pick(file), 0);
  for (const file of files) expect(file.read).toBe(file.accepted + file.quarantined + file.skipped);
  expect(sum((file) => file.accepted)).toBe(ledger.rowCount);
  expect(sum((file) => file.quarantined)).toBe(quarantine.total);
  for (const { skipped, skippedByCode } of files) {
    expect([...skippedByCode.values()].reduce((a, b) => a + b, 0)).toBe(skipped);
  }
}

for (const options of READERS) {
  describe(`hostile files with reader ${options.reader ?? ''}`, () => {
    it('keep names that mean something elsewhere as plain names', async () => {
      const names = ['__proto__', 'constructor', '=cmd()', '<script>', '\u202eabc', 'a\u0000b', '"quoted"', 'a,b', "'"];
      const cell = (name: string): string => `"${name.replaceAll('"', '""')}"`;
      const lines = names.map((name) => `${cell(name)},z,1,2024-01-01`);
      const reading = await readOne(HEADER + lines.join('\n'), options);
      reconciles(reading);
      expect(
        rowsOf(reading)
          .map((row) => row.split(' | ')[0])
          .sort(),
      ).toEqual([...names].sort());
    });

    it('read cells of any kind of line end, whatever the chunks', async () => {
      const text = '\ufefffrom,to,amount,time\r\n"a\r\nb",c,1,2024-01-01\rd,e,2,2024-01-02\n\r\nf,g,3,2024-01-03\r';
      for (const size of [1, 2, 3, 5, 100]) {
        const reading = await readOne(utf8(text), options, size);
        reconciles(reading);
        expect(rowsOf(reading).map((row) => row.slice(0, 7))).toEqual(['a\nb | c', 'd | e |', 'f | g |']);
        expect([...reading.ledger.columns.sourceLine]).toEqual([2, 4, 6]);
        expect(reading.files[0]!.skipped).toBe(2);
      }
    });

    it('quarantine what has another number of cells', async () => {
      const reading = await readOne(`${HEADER}a,b,1\na,b,1,2024-01-01,x\na,b,1,2024-01-01\n`, options);
      expect(faultsOf(reading)).toEqual(['2 cell-count', '3 cell-count']);
      expect(reading.quarantine.entries[0]).toMatchObject({
        expected: '4 cells',
        received: '3',
        raw: '[not shown: see the file]',
      });
      reconciles(reading);
    });

    it('lose one line to a quote that never closes', async () => {
      const good = 'a,b,1,2024-01-01\n';
      const text = `${HEADER}${good}"x,b,1,2024-01-01\n${good.repeat(3000)}`;
      const reading = await readOne(text, options);
      expect(faultsOf(reading)).toEqual(['3 unclosed-quote']);
      expect(reading.ledger.rowCount).toBe(3001);
      expect(reading.ledger.columns.sourceLine.at(-1)).toBe(3003);
      reconciles(reading);
      const atEnd = await readOne(`${HEADER}${good}"x,b,1,2024-01-01\n${good}`, options);
      expect(faultsOf(atEnd)).toEqual(['3 unclosed-quote']);
      expect(atEnd.ledger.rowCount).toBe(2);
      const lastLine = await readOne(`${HEADER}${good}"x`, options);
      expect(faultsOf(lastLine)).toEqual(['3 unclosed-quote']);
    });

    it('do not grow with a line of ten million characters or ten thousand cells', async () => {
      const good = 'a,b,1,2024-01-01\n';
      const reading = await readOne(
        `${HEADER}${good}${'x'.repeat(10_000_000)}\n${good}${',1'.repeat(100_000)}\n${good}`,
        options,
      );
      expect(faultsOf(reading)).toEqual(['3 record-too-long', '5 too-many-cells']);
      expect(reading.quarantine.entries[0]?.raw).toBe('[not shown: see the file]');
      expect([...reading.ledger.columns.sourceLine]).toEqual([2, 4, 6]);
      reconciles(reading);
    });

    it('take no time over a file of stray quotes', async () => {
      const reading = await readOne(HEADER + '"x,b,1,2024-01-01\n'.repeat(3001), { ...options, maxRecordLines: 50 });
      reconciles(reading);
      expect(reading.ledger.rowCount).toBe(0);
    });

    it('quarantine broken characters in mapped cells and remark on others', async () => {
      const head = 'from,to,amount,time,memo\n';
      const bytes = [...utf8(`${head}a`), 0xff, ...utf8(',b,1,2024-01-01,x\nc,d,1,2024-01-01,'), 0xfe, 0x0a];
      const reading = await readOne(Uint8Array.from(bytes), options);
      expect(faultsOf(reading)).toEqual(['2 replacement-character from']);
      expect(reading.notes.map(({ code, count }) => [code, count])).toEqual([['wrong-encoding', 1]]);
      expect(reading.files[0]?.notes.join()).toContain('wrong encoding?');
      reconciles(reading);
    });

    it('survive nothing, blanks only, and a header only', async () => {
      for (const [text, skipped, note] of [
        ['', 0, 'the file is empty'],
        ['\n\n \n', 3, 'the file is empty'],
        ['[]', 0, 'the file is empty'],
        [HEADER, 1, 'the file has no rows below its header'],
        [HEADER.trim(), 1, 'the file has no rows below its header'],
      ] as const) {
        const reading = await readOne(text, options);
        reconciles(reading);
        expect(reading.ledger.rowCount).toBe(0);
        expect(reading.files[0]).toMatchObject({ skipped, accepted: 0 });
        expect(reading.files[0]?.notes).toContain(note);
      }
    });

    it('say each fault by its code', async () => {
      const cases: readonly (readonly [string, string])[] = [
        [',b,1,2024-01-01', 'account-missing from'],
        ['a, ,1,2024-01-01', 'account-missing to'],
        ['a,b,,2024-01-01', 'amount-missing amount'],
        ['a,b,0.00,2024-01-01', 'amount-zero amount'],
        ['a,b,-1,2024-01-01', 'amount-negative amount'],
        ['a,b,1e400,2024-01-01', 'amount-unreadable amount'],
        ['a,b,0x1f,2024-01-01', 'amount-unreadable amount'],
        ['a,b,Infinity,2024-01-01', 'amount-unreadable amount'],
        [`a,b,${'9'.repeat(400)},2024-01-01`, 'amount-unreadable amount'],
        ['a,b,1,', 'time-missing time'],
        ['a,b,1,2024-02-30', 'time-unreadable time'],
        ['a,b,1,tomorrow', 'time-unreadable time'],
      ];
      const reading = await readOne(HEADER + cases.map(([line]) => `${line}\n`).join(''), options);
      expect(faultsOf(reading)).toEqual(cases.map(([, fault], i) => `${i + 2} ${fault}`));
      expect(reading.ledger.accounts.size).toBe(0);
      reconciles(reading);
    });

    it('keep amounts of 38 digits exactly', async () => {
      const digits = '12345678901234567890123456789012345678';
      const { ledger } = await readOne(`${HEADER}a,b,${digits},2024-01-01\n`, options);
      expect(ledger.amountMinor(0)).toBe(BigInt(digits));
      expect(ledger.currencies[0]?.lane).toBe('wide');
    });

    it('read gzip, also of several members, and say where it is broken', async () => {
      const parts = [gzipSync(utf8(`${HEADER}a,b,1,2024-01-01\n`)), gzipSync(utf8('c,d,1,2024-01-02\n'))];
      const whole = new Uint8Array(Buffer.concat(parts));
      const reading = await readOne(whole, options, 7);
      expect(reading.ledger.rowCount).toBe(2);
      expect(reading.files[0]?.gzip).toBe(true);
      await expect(readOne(whole.slice(0, 30), options)).rejects.toMatchObject({ code: 'gzip-unreadable' });
    });

    it('pass on what goes wrong with the source, packed or not', async () => {
      async function* broken(start: Uint8Array): AsyncGenerator<Uint8Array> {
        yield start;
        await Promise.resolve();
        throw new RangeError('cable cut');
      }
      const packed = new Uint8Array(gzipSync(utf8(HEADER.repeat(1000)))).slice(0, 20);
      for (const start of [utf8(HEADER), packed]) {
        await expect(readLedger([{ name: 'x', bytes: broken(start) }], options)).rejects.toThrow('cable cut');
      }
    });
  });
}

describe('dialects', () => {
  const text = `${HEADER}ğüş,b,1,2024-01-01\n`;

  it('are found for UTF-16, with and without a mark', async () => {
    for (const bytes of [
      utf16(text),
      utf16(text).slice(2),
      utf16(text)
        .slice()
        .map((_, i, all) => all[i ^ 1]!),
    ]) {
      const reading = await readOne(bytes, { mapping: MAPPING }, 3);
      expect(rowsOf(reading)[0]).toContain('ğüş | b');
      expect(reading.files[0]?.reader).toBe('papa');
    }
  });

  it('take an encoding from the mapping', async () => {
    const bytes = Uint8Array.from([...utf8(HEADER), 0xf0, 0xfc, 0xfe, ...utf8(',b,1,2024-01-01\n')]);
    const mapping = { ...MAPPING, dialect: { encoding: 'windows-1254' } };
    expect(rowsOf(await readOne(bytes, { mapping }))[0]).toContain('ğüş | b');
    const unknown = { ...MAPPING, dialect: { encoding: 'klingon' } };
    await expect(readOne(bytes, { mapping: unknown })).rejects.toMatchObject({ code: 'encoding-unknown' });
  });

  it('find other delimiters, sep= lines and titles', async () => {
    for (const delimiter of [';', '\t', '|', ',']) {
      const reading = await readOne(text.replaceAll(',', delimiter), { mapping: MAPPING });
      expect(reading.ledger.rowCount).toBe(1);
      expect(reading.files[0]?.delimiter).toBe(delimiter);
    }
    const sep = await readOne(`sep=;\n${text.replaceAll(',', ';')}`, { mapping: MAPPING });
    expect([...sep.files[0]!.skippedByCode]).toEqual([
      ['header-line', 1],
      ['sep-line', 1],
    ]);
    const mapping: Mapping = {
      ...MAPPING,
      dialect: { titleRows: 2, skipPrefixes: ['BEGIN'], footerPrefixes: ['Total'], delimiter: ',' },
    };
    const titled = await readOne(`Bank of X,\nStatement\n\n${text}BEGIN x\nTotal,,1,\n`, { mapping });
    expect([...titled.files[0]!.skippedByCode]).toEqual([
      ['blank-line', 1],
      ['footer-line', 1],
      ['header-line', 1],
      ['marker-line', 1],
      ['title-line', 2],
    ]);
    expect(titled.ledger.rowCount).toBe(1);
  });

  it('quarantine a file that begins with more than 64 kB of blank lines', async () => {
    const reading = await readOne('\n'.repeat(70_000) + text, { mapping: MAPPING });
    expect(reading.quarantine.counts.get('layout-unknown')).toBe(2);
    expect(reading.files[0]?.skipped).toBe(70_000);
  });

  it('are decided by the same bytes however large the chunks are', async () => {
    const mapping: Mapping = { ...MAPPING, time: { column: 'time', formats: ['auto-date'] } };
    const late = `${HEADER}${'a,b,1,01/02/2024\n'.repeat(5000)}a,b,1,31/01/2024\n`;
    for (const size of [1000, 65_536, 1_000_000]) {
      await expect(readOne(utf8(late), { mapping }, size)).rejects.toMatchObject({ code: 'date-order-ambiguous' });
    }
  });

  it('cannot be read by bytes if they are not plain', async () => {
    const reading = readOne(utf16(text), { mapping: MAPPING, reader: 'bytes' });
    await expect(reading).rejects.toMatchObject({ code: 'reader-unfit' });
  });

  it('refuse the same source name twice', async () => {
    const source = { name: 'x', bytes: chunked(utf8(text), 10) };
    await expect(readLedger([source, source], { mapping: MAPPING })).rejects.toMatchObject({
      code: 'source-name-twice',
    });
  });
});

import { describe, expect, it } from 'vitest';
import { parseLine, parseOwnAccount } from '../../../src/ingest/formats/mt940-line.js';
import { parsePurpose } from '../../../src/ingest/formats/mt940-purpose.js';
import { inspectStream } from '../../../src/ingest/index.js';
import { bankFile } from '../../support/ingest/bank-files.js';
import { chunked, faultsOf, readOne, rowsOf } from '../../support/ingest/reading.js';

const text = (name: string): string => new TextDecoder().decode(bankFile(name));
const read = (content: string | Uint8Array, chunkSize?: number): ReturnType<typeof readOne> =>
  readOne(content, { mapping: 'mt940' }, chunkSize);
const day = (date: string): string => `${Date.parse(date)} day`;

describe('an MT940 statement', () => {
  it('with numbered subfields', async () => {
    const reading = await read(bankFile('mt940-german.sta'));
    const own = '20050550/1234567890';
    expect(rowsOf(reading).sort()).toEqual(
      [
        `DE89370400440532013000 | ${own} | ${day('2023-12-30')} | 25025e-2 EUR | wire`,
        `${own} | 50010517/5407324931 | ${day('2023-12-30')} | 10000e-2 EUR | wire`,
        `FR1420041010050500013M02606 | ${own} | ${day('2024-01-03')} | 2000e-2 EUR | wire`,
        `${own} | 20050550/(fees) | ${day('2024-01-03')} | 1500e-2 EUR | internal`,
      ].sort(),
    );
    expect(faultsOf(reading)).toEqual([]);
    expect(reading.notes).toEqual([]);
    expect(reading.files[0]).toMatchObject({ format: 'mt940', read: 4, accepted: 4, quarantined: 0, skipped: 0 });
  });

  it('with blocks and codewords', async () => {
    const reading = await read(bankFile('mt940-codewords.txt'));
    const own = 'NL91ABNA0417164300';
    expect(rowsOf(reading).sort().reverse()).toEqual([
      `${own} | DE89370400440532013000 | ${day('2024-01-15')} | 2005e-1 EUR | unknown`,
      `NL20INGB0001234567 | ${own} | ${day('2024-01-15')} | 12005e-1 EUR | wire`,
    ]);
    expect(reading.notes).toEqual([]);
  });

  it('reads MT942 and leaves out what is only expected', async () => {
    const reading = await read(bankFile('mt942-interim.txt'));
    expect(reading.files[0]).toMatchObject({ read: 2, accepted: 1, skipped: 1 });
    expect([...reading.files[0]!.skippedByCode]).toEqual([['not-moved', 1]]);
  });

  it('is the same in any pieces and any line ends', async () => {
    const whole = rowsOf(await read(text('mt940-german.sta')));
    expect(rowsOf(await read(text('mt940-german.sta'), 5))).toEqual(whole);
    expect(rowsOf(await read(text('mt940-german.sta').replaceAll('\n', '\r\n')))).toEqual(whole);
  });

  it('names a balance that does not add up, and a line that cannot be read', async () => {
    const broken = await read(text('mt940-german.sta').replace('1155,25', '1155,'));
    expect(broken.notes.map(({ code }) => code)).toEqual(['balance-break']);
    const spoilt = await read(text('mt940-german.sta').replace('D100,NTRF', 'D100.00NTRF'));
    expect(faultsOf(spoilt)).toContain('9 statement-line-unreadable :61:');
    expect(spoilt.files[0]).toMatchObject({ read: 4, accepted: 3, quarantined: 1 });
    expect(JSON.stringify(spoilt.quarantine.entries)).not.toContain('Musterfrau');
  });

  it('without umlauts in UTF-8 is taken for windows-1252, and says so', async () => {
    const bytes = Uint8Array.from(text('mt940-german.sta').replace('Anna', 'J\xf6rg'), (one) => one.charCodeAt(0));
    const { files } = await read(bytes);
    expect(files[0]!.encoding).toBe('windows-1252');
    expect(files[0]!.notes.join(' ')).toContain('which is a guess');
    expect(await inspectStream(chunked(bytes, 64), 'x')).toMatchObject({ format: 'mt940', preset: 'mt940' });
  });
});

describe('a statement line', () => {
  it.each([
    ['2401021230CR250,25NTRFEREF//B', '2024-01-02', '2024-12-30', true, '250.25'],
    ['2412310102D1,NTRFNONREF', '2024-12-31', '2025-01-02', false, '1'],
    ['2501011231RC5,5NMSCX', '2025-01-01', '2024-12-31', false, '5.5'],
    ['990101RD0,01NTRFX', '1999-01-01', '1999-01-01', true, '0.01'],
  ])('%s', (line, valueDate, entryDate, arrives, amount) => {
    const expected = line.startsWith('2401021230') ? '2023-12-30' : entryDate;
    expect(parseLine(line)).toMatchObject({ valueDate, entryDate: expected, arrives, amount });
  });

  it('is none without its parts', () => {
    for (const line of [
      '',
      '240102',
      '240102C12',
      '240102X12,NTRF',
      '24010C12,NTRFA',
      `240102C${'9'.repeat(16)},NTRF`,
    ]) {
      expect(parseLine(line)).toBeUndefined();
    }
  });
});

describe('what belongs to a statement', () => {
  it('is an account in several spellings', () => {
    expect(parseOwnAccount(['NL69INGB0123456789EUR']).account).toBe('NL69INGB0123456789');
    expect(parseOwnAccount(['DE89370400440532013000']).account).toBe('DE89370400440532013000');
    expect(parseOwnAccount(['20050550/123'])).toMatchObject({ account: '123', bank: '20050550' });
    expect(parseOwnAccount(['/123', 'ABNANL2A'])).toMatchObject({ account: '123', bank: 'ABNANL2A' });
  });

  it('is a purpose cut anywhere', () => {
    const lines = [
      '166?00UEBERW?20EREF+A-1?21SVWZ+Zwei',
      'Zeilen?30COBADEFF',
      '?31DE8937040044',
      '0532013000?32Max?33Muster',
    ];
    expect(parsePurpose(lines)).toMatchObject({
      other: { account: 'DE89370400440532013000', bank: 'COBADEFF', name: 'Max Muster' },
      reference: 'A-1',
      purpose: 'ZweiZeilen',
    });
    expect(parsePurpose(['Bar', 'auszahlung']).other.account).toBe('');
    expect(parsePurpose([])).toMatchObject({ purpose: '' });
  });
});

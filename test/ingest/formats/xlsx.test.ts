import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lookOf, numberOfCell, textOfSerial } from '../../../src/ingest/formats/xlsx-numbers.js';
import { inspectStream, type Mapping, readLedger } from '../../../src/ingest/index.js';
import { chunked, faultsOf, readOne, rowsOf } from '../../support/ingest/reading.js';
import { textRow, workbookOf, workbookParts } from '../../support/ingest/workbooks.js';

const MAPPING: Mapping = {
  payer: { account: 'From' },
  beneficiary: { account: 'To' },
  amount: { column: 'Amount', currency: 'Currency' },
  time: { column: 'Date', formats: ['YYYY-MM-DD'] },
};
const HEADER = ['Date', 'From', 'To', 'Amount', 'Currency'];
const cell = (content: string, type = 'n', style = 0): string => `<c t="${type}" s="${style}">${content}</c>`;
const value = (text: string, type = 'n', style = 0): string => cell(`<v>${text}</v>`, type, style);
const row = (at: number, cells: readonly string[]): string => `<row r="${at}">${cells.join('')}</row>`;
const goodRow = (at: number, from: string): string =>
  row(at, [
    value('45293', 'n', 1),
    value(from, 'str'),
    value('b', 'str'),
    value('1.1000000000000001'),
    value('EUR', 'str'),
  ]);

async function codeOf(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readOne(bytes, { mapping: MAPPING }).catch((thrown: unknown) => thrown);
  return error instanceof Error && 'code' in error ? String(error.code) : 'read';
}

describe('a workbook of another writer', () => {
  const rows = Array.from({ length: 300 }, (_, i) => [
    new Date(Date.UTC(2024, 0, 1 + (i % 60))),
    `A${i % 7}`,
    `B${i % 11}`,
    (i + 1) / 100,
    'EUR',
  ]);
  const sheet = utils.aoa_to_sheet([HEADER, ...rows], { cellDates: true, UTC: true });
  const book = { SheetNames: ['Buchungen'], Sheets: { Buchungen: sheet } };

  it('is read cell by cell as it was written', async () => {
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer);
    const reading = await readOne(bytes, { mapping: MAPPING }, 1000);
    const expected = rows.map(
      ([date, from, to, amount]) =>
        `${String(from)} | ${String(to)} | ${(date as Date).getTime()} day | ${Math.round(Number(amount) * 100)}e-2 EUR | unknown`,
    );
    expect(rowsOf(reading).sort()).toEqual(expected.sort());
    expect(reading.files[0]).toMatchObject({ name: 'file.csv#Buchungen', format: 'xlsx', read: 301, accepted: 300 });
    expect(reading.ledger.source(0)).toMatchObject({ file: 'file.csv#Buchungen', line: 2 });
  });
});

describe('a workbook', () => {
  it('keeps rows by their number, reads stored values and says what is hidden', async () => {
    const sheets = [
      { name: 'Info', rows: textRow(1, ['nothing', 'here']) },
      {
        name: 'Tx',
        state: 'hidden' as const,
        rows:
          textRow(3, HEADER) +
          goodRow(7, 'a') +
          `<row r="9" hidden="1">${value('45293.5', 'n', 2)}${value('a2', 'str')}${value('b', 'str')}${cell('<f>1+1</f><v>2</v>')}${value('EUR', 'str')}</row>` +
          row(10, [
            value('45293', 'n', 1),
            value('a', 'str'),
            value('b', 'str'),
            cell('<f>NOW()</f>'),
            value('EUR', 'str'),
          ]) +
          row(11, [
            value('45293', 'n', 1),
            value('12345678901234567890'),
            value('b', 'str'),
            value('3'),
            value('EUR', 'str'),
          ]) +
          row(12, [
            value('45293', 'n', 1),
            value('a', 'str'),
            value('b', 'str'),
            value('#REF!', 'e'),
            value('EUR', 'str'),
          ]) +
          row(13, [value('45293', 'n', 1), value('a', 'str'), value('b', 'str'), value('4')]),
      },
    ];
    const reading = await readOne(workbookOf(sheets), { mapping: MAPPING });
    const noon = Date.parse('2024-01-02T12:00:00Z');
    expect(rowsOf(reading).sort()).toEqual([
      `a | b | ${noon - 43_200_000} day | 11e-1 EUR | unknown`,
      `a2 | b | ${noon} second | 20e-1 EUR | unknown`,
    ]);
    expect(faultsOf(reading)).toEqual([
      '10 formula-without-value Amount',
      '11 number-lost-digits From',
      '12 cell-error Amount',
      '13 currency-missing Currency',
    ]);
    expect(reading.files).toHaveLength(1);
    const notes = reading.files[0]!.notes.join('\n');
    expect(notes).toContain('the sheet is hidden');
    expect(notes).toContain('1 rows are hidden');
    expect(notes).toContain('2 formulas were not run');
    expect(notes).toContain('sheet 1 was left out');
  });

  it('gives every sheet that fits, or the one that is named', async () => {
    const sheets = ['One', 'Two'].map((name) => ({ name, rows: textRow(1, HEADER) + goodRow(2, name) }));
    const both = await readOne(workbookOf(sheets), { mapping: MAPPING });
    expect(both.files.map(({ name, accepted }) => [name, accepted])).toEqual([
      ['file.csv#One', 1],
      ['file.csv#Two', 1],
    ]);
    const one = await readOne(workbookOf(sheets), { mapping: MAPPING, sheet: 'Two' });
    expect(one.files.map(({ name }) => name)).toEqual(['file.csv#Two']);
    const none = readOne(workbookOf(sheets), { mapping: MAPPING, sheet: 'Three' });
    await expect(none).rejects.toMatchObject({ code: 'sheet-missing' });
    const twice = [workbookOf(sheets), workbookOf(sheets)].map((bytes) => ({ name: 'x', bytes: chunked(bytes, 999) }));
    await expect(readLedger(twice, { mapping: MAPPING })).rejects.toMatchObject({ code: 'source-name-twice' });
  });

  it('with titles above the header is proposed by inspect and read by the proposal', async () => {
    const rows =
      textRow(1, ['Bank of Example']) +
      textRow(2, ['Date', 'Sender account', 'Receiver account', 'Amount', 'Currency']);
    const bytes = workbookOf([{ name: 'S', rows: rows + goodRow(3, 'a') }]);
    const inspection = await inspectStream(chunked(bytes, 500), 'x');
    expect(inspection).toMatchObject({ format: 'xlsx', sheets: ['S'], mapping: { dialect: { titleRows: 1 } } });
    expect((await readOne(bytes, { mapping: inspection.mapping! })).ledger.rowCount).toBe(1);
  });

  it('that is spoilt or dangerous is refused before it is unpacked', async () => {
    const good = workbookOf([{ name: 'S', rows: textRow(1, HEADER) + goodRow(2, 'a') }]);
    expect(await codeOf(good)).toBe('read');
    expect(await codeOf(good.slice(0, good.length - 30))).toBe('zip-unreadable');
    const bomb = { ...workbookParts([]), 'xl/worksheets/sheet1.xml': new Uint8Array(64 << 20) };
    expect(await codeOf(zipSync(bomb))).toBe('zip-limit');
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`f${i}`, new Uint8Array(0)]));
    expect(await codeOf(zipSync(many, { level: 0 }))).toBe('zip-limit');
    const lying = zipSync({ 'xl/workbook.xml': strToU8('<a>'.repeat(100_000)) });
    new DataView(lying.buffer).setUint32(lying.length - 22 - 46 - 'xl/workbook.xml'.length + 24, 1000, true);
    expect(await codeOf(lying)).toBe('zip-limit');
    const laughing = workbookParts([{ name: 'S', rows: '' }]);
    laughing['xl/worksheets/sheet1.xml'] = strToU8('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>');
    expect(await codeOf(zipSync(laughing))).toBe('xml-doctype');
    expect(await codeOf(workbookOf([{ name: 'S', rows: '' }]))).toBe('read');
    expect(await codeOf(workbookOf([]))).toBe('sheet-missing');
    const misfit = { name: 'Data', rows: textRow(1, ['x', 'y']) + textRow(2, ['1', '2']) };
    expect(await codeOf(workbookOf([misfit, { name: 'Empty', rows: '' }]))).toBe('column-missing');
  });
});

describe('a number of a cell', () => {
  it.each([
    ['12.50', '12.50', false],
    ['1.1000000000000001', '1.1', false],
    ['0.30000000000000004', '0.3', false],
    ['1E-3', '0.001', false],
    ['4.5E+7', '45000000', false],
    ['123456789012345', '123456789012345', false],
    ['1234567890123456', '1234567890123456', true],
    ['1.2345678901234567E+19', '12345678901234567000', true],
    ['x', 'x', false],
  ])('%s is %s', (stored, text, hasLostDigits) => {
    expect(numberOfCell(stored)).toEqual({ text, hasLostDigits });
  });

  it('is a date by its format alone', () => {
    const looks = [
      'General',
      '0.00',
      '#,##0.00 "days"',
      'dd/mm/yyyy',
      'yyyy\\-mm\\-dd hh:mm',
      'h:mm:ss',
      '[h]:mm',
      '[Red]0',
      'mmm',
    ];
    expect(looks.map(lookOf)).toEqual([
      ...['number', 'number', 'number', 'date', 'date-time', 'time', 'number', 'number', 'date'],
    ]);
  });

  it('counts days from 1900 or 1904, without the day that never was', () => {
    expect(textOfSerial('1', 'date', false)).toBe('1900-01-01');
    expect(textOfSerial('59', 'date', false)).toBe('1900-02-28');
    expect(textOfSerial('60', 'date', false)).toBeUndefined();
    expect(textOfSerial('61', 'date', false)).toBe('1900-03-01');
    expect(textOfSerial('45293.999988425925', 'date', false)).toBe('2024-01-02 23:59:59');
    expect(textOfSerial('45293', 'date-time', false)).toBe('2024-01-02 00:00:00');
    expect(textOfSerial('0', 'date', true)).toBe('1904-01-01');
    expect(textOfSerial('0.25', 'time', false)).toBe('06:00:00');
    for (const bad of ['', '-1', 'x', '1e99', '0']) expect(textOfSerial(bad, 'date', false)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { formatInstant, PRECISIONS } from '../../src/foundation/index.js';
import { decideDateOrder } from '../../src/ingest/decide-date-order.js';
import { type DecidedFormat, parseInstant, parseZone } from '../../src/ingest/parse-instant.js';

function read(text: string, format: DecidedFormat = 'YYYY-MM-DD', zoneMinutes = 0): string | undefined {
  const instant = parseInstant(text, [format], zoneMinutes);
  if (instant === undefined) return undefined;
  return formatInstant(instant.timeMs, PRECISIONS[instant.precision]!) + (instant.truncated ? ' cut' : '');
}

describe('parseInstant', () => {
  it('reads dates with the year first, as fine as they are written', () => {
    expect(read('2024-01-15')).toBe('2024-01-15');
    expect(read('2022/09/01 00:20')).toBe('2022-09-01T00:20Z');
    expect(read('2024-1-5 7:05:09')).toBe('2024-01-05T07:05:09Z');
    expect(read('2011-01-01T00:00:00Z')).toBe('2011-01-01T00:00:00Z');
    expect(read('2024-01-15T10:00:05.25+02:00')).toBe('2024-01-15T08:00:05.250Z');
    expect(read('2023-04-24T00:43:55.000000000+00:00')).toBe('2023-04-24T00:43:55.000Z');
    expect(read('2023-04-24T00:43:55.123456789Z')).toBe('2023-04-24T00:43:55.123Z cut');
    expect(read('2024-01-15 03:04 PM')).toBe('2024-01-15T15:04Z');
    expect(read('2024-01-15 12:04 am')).toBe('2024-01-15T00:04Z');
  });

  it('reads years of two digits around the pivot', () => {
    expect(read('13-Jan-24', 'D MMM YY')).toBe('2024-01-13');
    expect(read('1-Sep-23 14:05', 'D MMM YY')).toBe('2023-09-01T14:05Z');
    expect(read('13/01/24', 'DD/MM/YY')).toBe('2024-01-13');
    expect(read('01.13.99', 'MM/DD/YY')).toBe('1999-01-13');
    expect(read('24-01-13', 'YY-MM-DD')).toBe('2024-01-13');
    expect(read('13/01/2024', 'DD/MM/YY')).toBeUndefined();
    expect(read('13-Jan-2024', 'D MMM YY')).toBeUndefined();
    const year = (text: string, pivot: number): number | undefined => {
      const instant = parseInstant(text, ['DD/MM/YY'], 0, pivot);
      return instant && new Date(instant.timeMs).getUTCFullYear();
    };
    expect([year('01/01/69', 70), year('01/01/70', 70), year('01/01/30', 30), year('01/01/29', 30)]).toEqual([
      2069, 1970, 1930, 2029,
    ]);
  });

  it('reads days of spreadsheets, to the second', () => {
    expect(read('45292', 'spreadsheet-serial')).toBe('2024-01-01');
    expect(read('45292.5', 'spreadsheet-serial')).toBe('2024-01-01T12:00:00Z');
    expect(read('45292,75001157', 'spreadsheet-serial')).toBe('2024-01-01T18:00:01Z');
    expect(read('43830', 'spreadsheet-serial-1904')).toBe('2024-01-01');
    expect(read('61', 'spreadsheet-serial')).toBe('1900-03-01');
    for (const text of ['60', '0', '-5', '2958466', '45292.5.1', 'x']) {
      expect(read(text, 'spreadsheet-serial'), text).toBeUndefined();
    }
  });

  it('reads months of many languages, and digits of Arabic and Persian', () => {
    const format = 'MMM D, YYYY';
    for (const text of [
      ...['15. März 2024', '15 mars 2024', '15 de marzo de 2024', '15 marzo 2024', '15 Μαρτίου 2024', '15 Mart 2024'],
      ...['15. март 2024', '15 marca 2024', '15 марта 2024', '15 березня 2024', '15 مارس 2024', '15 آذار 2024'],
      ...['١٥ مارس ٢٠٢٤', '۱۵ مارس ۲۰۲۴', 'März 15, 2024', '15/Mar/2024', '15.MRZ.2024'],
    ]) {
      expect(read(text, format), text).toBe('2024-03-15');
    }
    expect(read('1er août 2024', format)).toBe('2024-08-01');
    expect(read('15 كانون الثاني 2024', format)).toBe('2024-01-15');
    expect(read('15 KASIM 2024', format)).toBe('2024-11-15');
    expect(read('15 Brumaire 2024', format)).toBeUndefined();
    expect(read('٢٠٢٤-٠١-١٥')).toBe('2024-01-15');
  });

  it('uses the given offset for times that carry none', () => {
    expect(read('2024-01-15 01:00', 'YYYY-MM-DD', 120)).toBe('2024-01-14T23:00Z');
    expect(read('2024-01-15 01:00Z', 'YYYY-MM-DD', 120)).toBe('2024-01-15T01:00Z');
  });

  it('reads the other ways to write a date', () => {
    expect(read('15/01/2024', 'DD/MM/YYYY')).toBe('2024-01-15');
    expect(read('15.01.2024 23:59', 'DD/MM/YYYY')).toBe('2024-01-15T23:59Z');
    expect(read('01/15/2024', 'MM/DD/YYYY')).toBe('2024-01-15');
    expect(read('Mar 25, 2015', 'MMM D, YYYY')).toBe('2015-03-25');
    expect(read('25 September 2015', 'MMM D, YYYY')).toBe('2015-09-25');
    expect(read('25-Mar-2015', 'MMM D, YYYY')).toBe('2015-03-25');
    expect(read('Sept 5, 2015', 'MMM D, YYYY')).toBe('2015-09-05');
    expect(read('20150325', 'YYYYMMDD')).toBe('2015-03-25');
    expect(read('930101', 'YYMMDD')).toBe('1993-01-01');
    expect(read('690101', 'YYMMDD')).toBe('2069-01-01');
    expect(read('700101', 'YYMMDD')).toBe('1970-01-01');
  });

  it('reads Unix time towards the past on both sides of 1970', () => {
    expect(read('1289241911', 'unix-seconds')).toBe('2010-11-08T18:45:11Z');
    expect(read('1289241911.72836', 'unix-seconds')).toBe('2010-11-08T18:45:11.728Z cut');
    expect(read('-0.0001', 'unix-seconds')).toBe('1969-12-31T23:59:59.999Z cut');
    expect(read('-1.5', 'unix-seconds')).toBe('1969-12-31T23:59:58.500Z');
    expect(read('1289241911728', 'unix-milliseconds')).toBe('2010-11-08T18:45:11.728Z');
    expect(Object.is(parseInstant('-0', ['unix-milliseconds'], 0)?.timeMs, 0)).toBe(true);
  });

  it('knows no days and hours that do not exist', () => {
    for (const text of [
      '2023-02-29',
      '2024-13-01',
      '2024-00-01',
      '2024-01-00',
      '2024-01-15 24:00',
      '2024-01-15 10:60',
      '2024-01-15 10:00:60',
      '2024-01-15 13:00 PM',
      '2024-01-15 10:00+99:00',
      '2024-01/15',
      '24-01-15',
      '2024-01-155',
      '',
      'x'.repeat(100),
    ]) {
      expect(read(text)).toBeUndefined();
    }
    expect(read('2024-02-29')).toBe('2024-02-29');
    expect(read('Foo 5, 2015', 'MMM D, YYYY')).toBeUndefined();
    expect(read('1e9', 'unix-seconds')).toBeUndefined();
  });

  it('reads offsets', () => {
    expect([parseZone('Z'), parseZone('+02:00'), parseZone('-0530'), parseZone('+2'), parseZone('+19:00')]).toEqual([
      0,
      120,
      -330,
      undefined,
      undefined,
    ]);
  });
});

describe('decideDateOrder', () => {
  it('believes one date that only one order can read, if none speaks against it', () => {
    expect(decideDateOrder(['auto-date'], ['01/02/2024', '13/02/2024']).formats).toContain('DD/MM/YYYY');
    const american = decideDateOrder(['auto-date'], ['01/02/2024', '02/13/2024', '']);
    expect(american.formats).toContain('MM/DD/YYYY');
    expect(american.note).toContain('02/13/2024');
  });

  it('refuses to guess', () => {
    for (const sample of [['01/02/2024'], ['13/02/2024', '02/13/2024']]) {
      expect(() => decideDateOrder(['auto-date'], sample)).toThrow(
        expect.objectContaining({ code: 'date-order-ambiguous' }) as Error,
      );
    }
  });

  it('has nothing to decide where the year comes first or the month has a name', () => {
    expect(decideDateOrder(['auto-date'], ['2024-01-02', 'Mar 25, 2015']).note).toBeUndefined();
    expect(decideDateOrder(['unix-seconds'], ['01/02/2024']).formats).toEqual(['unix-seconds']);
  });
});

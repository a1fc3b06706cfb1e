import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvTable, recordMask, plainCell, showInvisible, textCell, unguardCell } from '../../src/export/index.js';

describe('textCell', () => {
  it.each([
    ['=cmd()', `'=cmd()`],
    ['+49 30', `'+49 30`],
    ['-5.00', `'-5.00`],
    ['@SUM', `'@SUM`],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['00123', '00123'],
    ['__proto__', '__proto__'],
    ['a\u202eb', 'a\\u202eb'],
    ['a\u0000b', 'a\\u0000b'],
    ['سلام', 'سلام'],
    ['a;=1+1', `"a;'=1+1"`],
    ['a; =1+1', `"a;' =1+1"`],
    ['a\t@SUM(A1)', `"a\t'@SUM(A1)"`],
    ['a|=1', `"a|'=1"`],
    ['a\n=1', `"a\n'=1"`],
    ['\uff1d1+1', `'\uff1d1+1`],
    ['a;\uff0b1', `"a;'\uff0b1"`],
    ['\u200c=1', `'\u200c=1`],
    ['\u00a0=1', `"'\u00a0=1"`.slice(1, -1)],
    // What is written out is in front of the sign, so that no cell begins with it.
    ['\u200b=1+1', '\\u200b=1+1'],
    ['\u00ad=1+1', '\\u00ad=1+1'],
    ['\u{e0001}=1+1', '\\udb40\\udc01=1+1'],
    ['a\u200cb', 'a\u200cb'],
  ])('%s', (text, expected) => {
    expect(textCell(text)).toBe(expected);
  });

  it('leaves no cell to run, whatever sets cells apart in the program that opens it', () => {
    const unit = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      ';',
      '\t',
      '|',
      '\n',
      ',',
      '"',
      ' ',
      '\u200b',
      '\u00ad',
      '\u{e0041}',
      'a',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const cell = textCell(text);
        const inner = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        expect(inner.split(/[;\t|\n]/u).filter((part) => /^[\p{Cf}\s]*[=+\-@＝＋－＠]/u.test(part))).toEqual([]);
        if (!/(?:^|[;\t|\n])'/u.test(text)) expect(unguardCell(inner)).toBe(showInvisible(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('guards a formula behind leading blanks', () => {
    expect(textCell(' =1')).toBe(`' =1`);
  });

  it('leaves our own numbers alone', () => {
    expect(plainCell(-5)).toBe('-5');
  });

  it('survives any text: one cell in, one cell out', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }), (cells) => {
        const line = cells.map(textCell).join(',');
        const { data } = Papa.parse<string[]>(line, { delimiter: ',', newline: '\n' });
        const back = data.length === 0 ? [['']] : data;
        expect(back).toHaveLength(1);
        expect(back[0]!.map(unguardCell)).toEqual(cells.map((cell) => unguardCell(showInvisible(cell))));
      }),
    );
  });
});

describe('csvTable', () => {
  it('writes a header and one line per item, in pieces', () => {
    const items = Array.from({ length: 4_500 }, (_, i) => i);
    const pieces = [...csvTable([{ name: 'n', kind: 'plain', value: (n: number) => n }], items)];
    expect(pieces.length).toBe(3);
    expect(pieces.join('').split('\n')).toEqual(['n', ...items.map(String), '']);
  });

  it('writes the header alone for nothing', () => {
    expect([...csvTable([{ name: 'n', kind: 'plain', value: String }], [])].join('')).toBe('n\n');
  });
});

describe('recordMask', () => {
  const show = recordMask(new Set(['0012', 'EE273300', 'Doe, Jane', "Mary O'Neill", 'Ann|Lee', 'Eva "E" Roe', '**']));

  it.each([
    ['2024,0012,x,5', false],
    ['2024,"0012",x,5', false],
    ['2024,EE27 3300,x', false],
    ['2024^EE27 3300^x', false],
    ['note mentions 0012 here', false],
    ['(0012)', false],
    ['Ref: 0012.', false],
    ['IBAN:ee273300', false],
    ['2024,"Doe, Jane",5', false],
    ["2024,MARY O'NEILL,5", false],
    ['2024,Ann|Lee,5', false],
    ['2024,"Eva ""E"" Roe",5', false],
    ['paid by Eva "E" Roe', false],
    ['2024,**,5', false],
    ['2024,00123,x', true],
    ['2024,10012,x', true],
    ['2024,Doe, John', true],
  ])('%s stays: %s', (raw, stays) => {
    expect(show(raw) === raw).toBe(stays);
  });
});

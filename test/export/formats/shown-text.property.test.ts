import { parse } from 'csv-parse/sync';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardedCell, isDecimal, shownText, xmlText } from '../../../src/export/formats/shown-text.js';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.js';

/** Any text, halves of surrogate pairs and pieces of hostile texts included. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.integer({ min: 0xd7f0, max: 0xe010 }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(...HOSTILE_TEXTS.map(([, text]) => text), ';', ',', '|', "'", '"', '=', '\\', '-', ' ', '\uff1d'),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** What XML 1.0 allows, without line breaks and tabs. */
const XML_CHARACTERS = /^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const FORMULA = /^[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

describe('shownText', () => {
  it('is a text on one line that XML allows, and stays as it is when it is shown again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = shownText(text);
        expect(shown).toMatch(XML_CHARACTERS);
        expect(shownText(shown)).toBe(shown);
      }),
    );
  });

  it('leaves names of people and letters of all scripts alone', () => {
    for (const text of ['Şişli', 'حساب بانکی', 'Иван', '中文', 'O\u2019Neill', 'e\u0301', '😀']) {
      expect(shownText(text)).toBe(text);
    }
  });
});

describe('xmlText', () => {
  it('is read back as it is shown, as content and as attribute', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      parseTagValue: false,
      parseAttributeValue: false,
      trimValues: false,
      alwaysCreateTextNode: true,
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const xml = `<a><b c="${xmlText(text)}">${xmlText(text)}</b></a>`;
        const { a } = parser.parse(xml) as { a: { b: { c: string; '#text': string } } };
        expect([a.b.c, a.b['#text']]).toEqual([shownText(text), shownText(text)]);
      }),
    );
  });
});

describe('guardedCell', () => {
  it('is one cell, also for readers with another separator, and none is a formula', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), (texts) => {
        const line = ['1', ...texts.map(guardedCell), '2'].join(',');
        expect(parse(line)).toEqual([expect.objectContaining({ length: texts.length + 2 })]);
        // Every place where a reader could begin a cell, whatever it takes for a separator and a quote.
        const starts = line.split(/[,;\t|]/u).filter((cell) => FORMULA.test(cell));
        expect(starts).toEqual([]);
        expect(line).not.toMatch(/\\["\\]/u);
      }),
    );
  });
});

describe('isDecimal', () => {
  it.each([
    ['12.50', true],
    ['-5', true],
    ['1e5', false],
    ['+5', false],
    ['.5', false],
    ['=1', false],
    ['', false],
    ['9'.repeat(400), false],
  ])('%s', (text, expected) => {
    expect(isDecimal(text)).toBe(expected);
    if (expected) expect(Number.isFinite(Number(text))).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellPattern } from '../../../src/ingest/values/cell-pattern.js';

/** Patterns of the kind that is read, over a small alphabet so that matches happen. */
const { pattern } = fc.letrec<{ pattern: string; atom: string; simple: string }>((tie) => ({
  simple: fc.constantFrom('a', 'b', '.', '\\d', '[ab]', '[^a]', '\\S', '[0-9b]', '1', 'é', '𝔸'),
  atom: fc.oneof(
    { weight: 4, arbitrary: tie('simple') },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('simple'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '*?', '+?', '??', '{2,}'))
        .map((x) => x.join('')),
    },
    { weight: 1, arbitrary: tie('pattern').map((inner) => `(${inner})`) },
    { weight: 1, arbitrary: tie('pattern').map((inner) => `(?:${inner})`) },
    { weight: 1, arbitrary: tie('simple').map((inner) => `(${inner}1)+`) },
    { weight: 1, arbitrary: fc.constantFrom('^', '$') },
  ),
  pattern: fc
    .array(
      fc.array(tie('atom'), { minLength: 1, maxLength: 4 }).map((x) => x.join('')),
      { minLength: 1, maxLength: 2 },
    )
    .map((x) => x.join('|')),
}));
const text = fc.array(fc.constantFrom('a', 'b', '1', ' ', 'é', '𝔸'), { maxLength: 12 }).map((x) => x.join(''));

/** The answer of the engine's own regular expressions. */
function expected(source: string, searched: string): string | undefined {
  const match = new RegExp(source, 'u').exec(searched);
  if (match === null) return undefined;
  return match.length > 1 ? (match[1] ?? '') : match[0];
}

describe('patterns of cells', () => {
  it('find what regular expressions find', () => {
    fc.assert(
      fc.property(pattern, text, (source, searched) => {
        fc.pre(source.length <= 200);
        expect(new CellPattern(source).find(searched)).toBe(expected(source, searched));
      }),
      { numRuns: 5000 },
    );
  });

  it('take bank texts apart', () => {
    expect(new CellPattern('IBAN: (\\S+)').find('SEPA transfer IBAN: DE89370400440532013000 BIC: X')).toBe(
      'DE89370400440532013000',
    );
    expect(new CellPattern('^statement-(\\d{10})').find('statement-0012345678-2024.csv')).toBe('0012345678');
    expect(new CellPattern('\\d{4}').find('none')).toBeUndefined();
  });

  it('look at the first 1,000 characters only, and are done with them at once', () => {
    expect(new CellPattern('(?:a|b|ab)*c').find('ab'.repeat(100_000))).toBeUndefined();
    expect(new CellPattern('x').find(`${' '.repeat(1000)}x`)).toBeUndefined();
  });

  it.each([
    ['(a+)+$', 'a repetition inside a repetition'],
    ['(a*)*', 'may be empty'],
    ['(a|)+', 'may be empty'],
    ['(?=a)b', 'a group other than'],
    ['(?<n>a)', 'a group other than'],
    ['(a)\\1', 'the escape'],
    ['\\bword', 'the escape'],
    ['(a', 'not closed'],
    ['a)', 'a closing bracket'],
    ['[a', 'not closed'],
    ['[z-a]', 'backwards'],
    ['*a', 'stands alone'],
    ['a{1000}', 'more than 100'],
    ['a{3,1}', 'ends before it begins'],
    ['((a{50}){50}){50}', 'more than 400 steps'],
    ['', 'nothing'],
    ['a'.repeat(201), 'more than 200'],
  ])('refuse %s', (source, reason) => {
    expect(() => new CellPattern(source)).toThrow(expect.objectContaining({ code: 'pattern-refused' }) as Error);
    expect(() => new CellPattern(source)).toThrow(reason);
  });
});

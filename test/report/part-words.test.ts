import { describe, expect, it } from 'vitest';
import { SIGN_ROWS } from '../../src/judgement/index.js';
import { allowsWords } from '../../src/report/words/missing-words.js';
import { partTitle } from '../../src/report/words/part-words.js';

describe('headings of parts', () => {
  it.each([...SIGN_ROWS.map(({ id }) => id), 'passage', 'convergence', 'payroll', 'payers'])(
    'says what %s is about in words of its own',
    (id) => {
      expect(partTitle(id)).not.toBe(partTitle(`${id}-`).trim());
      expect(partTitle(id)).toMatch(/^[A-Z][a-z ,]+$/u);
    },
  );

  it('writes a name that it does not know in plain letters', () => {
    expect(partTitle('rows-of-aMine')).toBe('Rows of a mine');
  });
});

describe('what a column would allow', () => {
  it('names six patterns and counts the rest', () => {
    const patterns = Array.from({ length: 9 }, (_, i) => `p${i}`);
    expect(allowsWords(patterns)).toBe('would allow to look for: p0; p1; p2; p3; p4; p5; and 3 more.');
    expect(allowsWords(patterns.slice(0, 6))).toBe('would allow to look for: p0; p1; p2; p3; p4; p5.');
  });
});

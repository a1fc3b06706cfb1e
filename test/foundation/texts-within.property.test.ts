import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sieveFor, textsHolding } from '../../src/foundation/index.js';

/** Letters of few kinds, marks between them, marks that join the letter before, wide forms, capitals that fold to several. */
const text = fc
  .array(
    fc.constantFrom('a', 'b', '1', 'A', 'B', ' ', '-', '\u0301', '\uff11', '\uff21', 'ß', 'İ', 'ﬁ', 'é', '\u200b', 'я'),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));
const utf8 = (sought: string): Uint8Array => new TextEncoder().encode(sought);

describe('the sieve for texts that stand within others', () => {
  it('lets through whatever is found without it, anywhere in a larger buffer', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), text, fc.nat(7), (texts, sought, before) => {
        const bytes = utf8(sought);
        const buffer = new Uint8Array(before + bytes.length + 3).fill(0x61);
        buffer.set(bytes, before);
        const passes = sieveFor(texts)(buffer, before, before + bytes.length);
        if (textsHolding(texts, [sought]).size > 0) expect(passes).toBe(true);
        // What follows the text in the buffer is no part of it.
        expect(sieveFor(texts)(bytes, 0, bytes.length)).toBe(passes);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps out what is shorter, begins otherwise, or has nothing to stand in', () => {
    const sieve = sieveFor(['Statement_DE-12 345.csv']);
    const passes = (sought: string): boolean => sieve(utf8(sought), 0, utf8(sought).length);
    expect(['de12345', 'D E 1 2 3', '12345csv', 'DE123999', 'é', 'abcdé'].map(passes)).toEqual([
      ...[true, true, true, true, true, true],
    ]);
    expect(['de12', 'xe12345', '99999', '-----', ''].map(passes)).toEqual([false, false, false, false, false]);
    expect(sieveFor([])(utf8('de12345'), 0, 7)).toBe(false);
  });
});

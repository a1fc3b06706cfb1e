import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, formatMinor, toMinor } from '../../src/foundation/index.js';

const digits = fc.integer({ min: 0, max: 20 });

describe('amounts as text and as whole units', () => {
  it('gives a count of units back, whatever its size and sign', () => {
    fc.assert(
      fc.property(fc.bigInt(), digits, (minor, scale) => {
        expect(toMinor(formatMinor(minor, scale), scale)).toBe(minor);
      }),
    );
  });

  it('adds at the digits of the longest fraction', () => {
    expect(digitsOf(['1', '1.5', '0.125'])).toBe(3);
    expect(digitsOf([])).toBe(0);
    expect(formatMinor(toMinor('0.1', 2) + toMinor('0.2', 2), 2)).toBe('0.30');
    expect(formatMinor(-5n, 2)).toBe('-0.05');
  });

  it('counts text that is no decimal number for nothing', () => {
    expect(['', 'x', '1e3', '--1', '1.', '.5', ' 1'].map((text) => toMinor(text, 2))).toEqual(Array(7).fill(0n));
  });
});

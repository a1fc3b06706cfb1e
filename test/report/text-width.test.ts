import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingName, fittingNote, widthOf } from '../../src/report/pictures/text-width.js';

describe('labels in their room', () => {
  const names = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdefxABMW il')),
    minLength: 1,
    maxLength: 60,
  });

  it('are whole where they fit, and otherwise no wider than it, down to five letters', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 0, max: 400 }), (name, room) => {
        const text = fittingName(name, room);
        const fits = (one: string): boolean => widthOf(one) * 1.15 <= room;
        expect(text === name).toBe(fits(name) || name.length <= 5);
        if (text === name) return;
        expect(fits(text) || text.length <= 5).toBe(true);
        expect(text).toContain('…');
      }),
    );
  });

  it('keep both ends of an address of 42 letters', () => {
    expect(fittingName('0xabcdc5378a2c219fde0123456789abcdef81d964', 150)).toMatch(/^0xabcdc\w*…81d964$/u);
  });

  it('lose a note before they cut a sum', () => {
    expect(fittingNote('possible', 'USD 6.4m', 200)).toBe('possible · USD 6.4m');
    expect(fittingNote('possible', 'USD 6.4m', 80)).toBe('USD 6.4m');
    expect(fittingNote('', 'USD 6.4m', 10)).toBe('USD 6.4m');
  });
});

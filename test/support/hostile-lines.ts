import fc from 'fast-check';

/** Texts of what a line codec must escape, and of what looks like an escape. */
export const hostileTexts: fc.Arbitrary<string> = fc
  .array(fc.constantFrom('\t', '\n', '\r', '\\', 'N', 't', 'n', '\\N', '\u2028', '\u0000', 'é', '__proto__', '\ufeff'))
  .map((parts) => parts.join(''));

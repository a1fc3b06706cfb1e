import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountText } from '../../src/ledger/index.js';
// The byte forms stay inside the folder.
import { isAddressWithCapitals, smallAddress } from '../../src/ledger/account-text.js';

const digits = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789abcdefABCDEF')),
  minLength: 40,
  maxLength: 40,
});
const nearly = fc.string({ unit: fc.constantFrom(...Array.from('0xX9aAfFgGzZ:@`é')), minLength: 38, maxLength: 43 });
const texts = fc.oneof(
  digits.map((text) => `0x${text}`),
  digits.map((text) => `0X${text}`),
  digits.map((text) => `1x${text}`),
  nearly.map((text) => `0x${text}`),
);

describe('the one spelling of an account', () => {
  it('is small letters for 0x and 40 hexadecimal digits, and what is written for all others', () => {
    const address = `0x${'aB'.repeat(20)}`;
    expect(accountText(address)).toBe(address.toLowerCase());
    expect(accountText(address.toUpperCase())).toBe(address.toLowerCase());
    for (const other of ['', 'DE89 3704', 'aB'.repeat(21), `${address}1`, address.slice(1), `0x${'aG'.repeat(20)}`]) {
      expect(accountText(other)).toBe(other);
    }
  });

  it('is the same for texts and for their bytes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = new TextEncoder().encode(text);
        const isOther = isAddressWithCapitals(bytes);
        expect(isOther).toBe(accountText(text) !== text);
        if (isOther) expect(new TextDecoder().decode(smallAddress(bytes))).toBe(accountText(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, delimited, keyFingerprint } from '../../../src/disclosure/redaction/keyed-hash.js';
import { PSEUDONYM, Pseudonyms } from '../../../src/disclosure/redaction/pseudonyms.js';
import { testHash, testKey } from '../../support/redaction-keys.js';

const text = fc.string({ unit: 'binary', maxLength: 6 });
const key = fc.record({ institution: fc.string({ maxLength: 4 }), account: fc.string({ maxLength: 4 }) });

describe('pseudonyms', () => {
  it('never lets parts run over into each other', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), fc.array(text, { maxLength: 4 }), (one, other) => {
        const isSame = JSON.stringify(one) === JSON.stringify(other);
        expect(Buffer.from(delimited(one)).equals(Buffer.from(delimited(other)))).toBe(isSame);
      }),
    );
    expect([...delimited(['12', '3'])]).not.toEqual([...delimited(['1', '23'])]);
  });

  it('is HMAC-SHA-256 over lengths and UTF-16 units, checked by hand', () => {
    const message = Buffer.concat(
      ['illicit-flows', 'account', 'Bänk', '0042'].map((part) => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(part.length);
        return Buffer.concat([length, Buffer.from(part, 'utf16le').swap16()]);
      }),
    );
    const expected = createHmac('sha256', testKey(1)).update(message).digest('hex').slice(0, 24);
    const { account } = new Pseudonyms(testHash(1)).account({ institution: 'Bänk', account: '0042' });
    expect(account).toBe(`A-${expected}`);
  });

  it('gives an account one pseudonym per key, and two accounts two', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        const [a, b] = [new Pseudonyms(testHash(1)), new Pseudonyms(testHash(2))];
        const isSame = one.institution === other.institution && one.account === other.account;
        expect(a.account(one).account === new Pseudonyms(testHash(1)).account(other).account).toBe(isSame);
        expect(a.account(one).account).toMatch(PSEUDONYM);
        expect(a.account(one).account).not.toBe(b.account(one).account);
        if (one.institution === '') expect(a.account(one).institution).toBe('');
        else expect(a.account(one).institution).not.toBe(b.account(one).institution);
      }),
    );
  });

  it('orders by pseudonym, so that the order of numbers is not told', () => {
    const keys = ['1', '2', '3', '4', '5', '6'].map((account) => ({ institution: 'B', account }));
    const made = new Pseudonyms(testHash(3)).accounts(keys);
    expect(made).toEqual(new Pseudonyms(testHash(3)).accounts([...keys].reverse()));
  });

  it('has a fingerprint that differs by key and is none of its pseudonyms', () => {
    expect(keyFingerprint(testHash(1))).toMatch(/^[0-9a-f]{16}$/u);
    expect(keyFingerprint(testHash(1))).not.toBe(keyFingerprint(testHash(2)));
    expect(keyFingerprint(testHash(1))).not.toBe(codeOf(testHash(1), 'account', [], 8));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountTable } from '../../src/ledger/index.js';

/** Names that share long beginnings, hold NUL, or order otherwise in UTF-8 than in code units. */
const name = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom(
    '',
    'a',
    'a\0',
    'a\0b',
    '\uffee',
    '\u{1F600}',
    '\u{1F600}b',
    '\ud7ff',
    '\ufeffx',
    'é',
    'z'.repeat(24),
  ),
  fc.nat(30).map((n) => `${'DE8937040044053201300'.padEnd(26, '0')}${n}`),
);

describe('AccountTable.finish', () => {
  it('numbers accounts in code-unit order of institution and account', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 60 }), (pairs) => {
        const table = new AccountTable();
        const given = pairs.map(([bank, account]) => table.intern(bank, account));
        const { directory, renumbered } = table.finish();
        const keys = Array.from({ length: directory.size }, (_, account) => directory.key(account));
        for (let i = 1; i < keys.length; i++) {
          const before = keys[i - 1]!;
          const after = keys[i]!;
          const isBefore =
            before.institution < after.institution ||
            (before.institution === after.institution && before.account < after.account);
          expect(isBefore).toBe(true);
        }
        pairs.forEach(([institution, account], i) => {
          expect(directory.key(renumbered[given[i]!]!)).toEqual({ institution, account });
        });
      }),
      { numRuns: 500 },
    );
  });
});

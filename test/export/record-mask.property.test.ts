import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { recordMask } from '../../src/export/index.js';
import { AhoCorasick } from '../../src/structures/index.js';
import { slowlyNames } from '../support/oracles/slow-record-mask.js';

/** Ways to write an account that a person reads as the same one. */
const RESPELLINGS: readonly (readonly [name: string, respell: (account: string) => string])[] = [
  ['as it is', (account) => account],
  ['with a zero-width space', (account) => `${account.slice(0, 4)}\u200b${account.slice(4)}`],
  ['with a soft hyphen', (account) => `${account.slice(0, 3)}\u00ad${account.slice(3)}`],
  ['with tag characters', (account) => `${account.slice(0, 3)}\u{e0041}${account.slice(3)}`],
  ['with direction marks', (account) => `\u202e${account}\u202c`],
  ['in groups', (account) => account.replaceAll(/(.{4})/gu, '$1 ').trim()],
  ['in groups with no-break spaces', (account) => account.replaceAll(/(.{4})/gu, '$1\u00a0').trim()],
  ['with dots', (account) => account.replaceAll(/(.{2})/gu, '$1.')],
  ['with dashes', (account) => account.replaceAll(/(.{3})/gu, '$1-')],
  ['with slashes', (account) => account.replaceAll(/(.{3})/gu, '$1/')],
  ['with zeros before it', (account) => `000${account}`],
  ['without zeros before it', (account) => account.replace(/^0+/u, '')],
  ['without its last character', (account) => account.slice(0, -1)],
  ['in capitals', (account) => account.toUpperCase()],
  [
    'in full-width letters',
    (account) => account.replaceAll(/[!-~]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  ],
];
const ACCOUNTS = ['DE89370400440532013000', '0012345678', 'acct-77812', 'A000123'];

describe('recordMask', () => {
  const show = recordMask(new Set([...ACCOUNTS, '-', '--', 'null', 'Ann', '7']));

  it.each(RESPELLINGS)('masks a long account written %s', (_, respell) => {
    for (const account of ACCOUNTS) {
      for (const raw of [`2024-01-01,${respell(account)},x,5`, `note "${respell(account)}" here`, respell(account)]) {
        expect([raw, show(raw) === raw]).toEqual([raw, false]);
      }
    }
  });

  it('masks no record because somebody is called as an empty cell is', () => {
    for (const raw of ['2024-01-01,-,x,5', '2024-01-01,--,null,5', '-5,a - b,null']) expect(show(raw)).toBe(raw);
  });

  it('finds a short one only as it is written', () => {
    for (const raw of ['7,x', 'x "7" y', 'paid by Ann']) expect(show(raw)).not.toBe(raw);
    for (const raw of ['70,x', '07,x', 'x 0.7x', 'Anna', 'A nn', 'An-n']) expect(show(raw)).toBe(raw);
  });

  it('masks a record that was cut inside a name', () => {
    const cut = 'x,'.repeat(1000).slice(0, 1990);
    expect(show(`${cut}DE89370400`)).not.toBe(`${cut}DE89370400`);
    expect(show('x,DE89370400')).toBe('x,DE89370400');
  });

  it('gives what looking for text after text gives', () => {
    const unit = fc.constantFrom(
      '0',
      '0',
      '1',
      '2',
      'a',
      'B',
      'é',
      ' ',
      '.',
      '-',
      ',',
      '|',
      '"',
      '\u200b',
      '\u00ad',
      '１',
      '𝔸',
      '/',
    );
    const text = fc.string({ unit, maxLength: 9 });
    const record = fc
      .tuple(fc.array(fc.oneof(text, fc.nat(5)), { maxLength: 6 }), fc.constantFrom(',', ' ', '', '; '))
      .map(([parts, joint]) => ({ parts, joint }));
    let masked = 0;
    let shown = 0;
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), record, (texts, { parts, joint }) => {
        // Half of the parts are texts that are looked for, so that many are found.
        const raw = parts.map((part) => (typeof part === 'string' ? part : texts[part % texts.length]!)).join(joint);
        const isMasked = recordMask(new Set(texts))(raw) !== raw;
        expect(isMasked).toBe(slowlyNames(texts, raw));
        if (isMasked) masked++;
        else shown++;
      }),
      { numRuns: 600 },
    );
    expect(Math.min(masked, shown)).toBeGreaterThan(80);
  });

  it('takes as many steps for 35,000 names that begin alike as for 350', () => {
    const stepsWith = (count: number): number => {
      const mask = recordMask(new Set(Array.from({ length: count }, (_, i) => `GULF TRADING ${i}`)));
      const steps = [vi.spyOn(AhoCorasick.prototype, 'next'), vi.spyOn(AhoCorasick.prototype, 'shorterPattern')];
      const raw = 'GULF TRADING COMPANY,x,5,2024-01-01\n'.repeat(20);
      expect(mask(raw)).toBe(raw);
      const taken = steps.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
      for (const spy of steps) spy.mockRestore();
      expect(taken).toBeLessThan(2 * raw.length);
      return taken;
    };
    expect(stepsWith(350)).toBeGreaterThan(0);
    expect(stepsWith(35_000)).toBe(stepsWith(350));
  });
});

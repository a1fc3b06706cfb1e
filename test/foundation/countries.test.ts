import { createRequire } from 'node:module';
import countries, { type LocaleData } from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { countryName, countryOf } from '../../src/foundation/index.js';

describe('countries by code and name', () => {
  it('knows every code of ISO 3166-1, and every English name, of an independent table', () => {
    countries.registerLocale(createRequire(import.meta.url)('i18n-iso-countries/langs/en.json') as LocaleData);
    const names = countries.getNames('en', { select: 'all' });
    const all = Object.entries(countries.getAlpha2Codes());
    expect(all.length).toBeGreaterThan(240);
    for (const [code, alpha3] of all) {
      const numeric = countries.alpha2ToNumeric(code)!;
      // Two countries call themselves Congo; the short name of ISO is that of CG.
      const spellings = (names[code] ?? []).filter((name) => !(code === 'CD' && name === 'Congo'));
      for (const spelling of [code, alpha3, numeric, ...spellings]) {
        expect([spelling, countryOf(spelling)?.code, countryOf(spelling)?.numeric]).toEqual([spelling, code, numeric]);
      }
    }
  });

  it('gives each country one name, its own', () => {
    const codes = Object.keys(countries.getAlpha2Codes());
    expect(new Set(codes.map(countryName)).size).toBe(codes.length);
    for (const code of codes) expect(countryOf(countryName(code))?.code).toBe(code);
  });

  it('writes codes in any case by name, and leaves other text as it is', () => {
    expect(['DE', 'deu', ' gb ', 'Germany', '276'].map(countryName)).toEqual([
      'Germany',
      'Germany',
      'UK',
      'Germany',
      'Germany',
    ]);
    expect(['Atlantis', '', '__proto__', 'constructor'].map(countryName)).toEqual([
      'Atlantis',
      '',
      '__proto__',
      'constructor',
    ]);
  });
});

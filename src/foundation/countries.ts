import { COUNTRY_ROWS } from './country-rows.js';

/** A country by its codes of ISO 3166-1 and its everyday English name. */
export interface Country {
  readonly code: string;
  readonly numeric: string;
  readonly name: string;
}

const BY_SPELLING: ReadonlyMap<string, Country> = new Map(
  COUNTRY_ROWS.trim()
    .split(/[\n;]/u)
    .flatMap((row) => {
      const [code = '', alpha3 = '', numeric = ''] = row.split(' ', 3);
      const names = row.slice(11).split('|');
      const country = { code, numeric, name: names[0]! };
      return [code, alpha3, numeric, ...names].map((spelling) => [spelling.toLowerCase(), country] as const);
    }),
);

/** The country that a text of the data names, by code or by name in any case; undefined where none is known. */
export function countryOf(text: string): Country | undefined {
  return BY_SPELLING.get(text.trim().toLowerCase());
}

/** A country as sentences and headings write it: `DE` and `deu` are `Germany`. Text that names none stays as the data spell it. */
export function countryName(text: string): string {
  return countryOf(text)?.name ?? text;
}

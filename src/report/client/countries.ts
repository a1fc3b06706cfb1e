import { type CountryRow, CountryTable } from '../pictures/country-table.js';

let table: CountryTable | undefined;
let names: Intl.DisplayNames | undefined;

/** The country that a text of the data names, by code or by name; undefined where none is known. */
export function countryOf(text: string): { readonly code: string; readonly numeric: string } | undefined {
  table ??= new CountryTable(JSON.parse(document.getElementById('country-data')?.textContent ?? '[]') as CountryRow[]);
  return table.countryOf(text);
}

/** A country in words; text that names none stays as the data spell it. */
export function countryName(text: string): string {
  const code = countryOf(text)?.code;
  if (code === undefined) return text;
  names ??= new Intl.DisplayNames('en', { type: 'region', style: 'short' });
  return names.of(code) ?? text;
}

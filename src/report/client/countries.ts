/** Alpha-2, alpha-3 and numeric code, and names in English. Made when the package is built. */
type CountryRow = readonly [alpha2: string, alpha3: string, numeric: string, ...names: string[]];

let bySpelling: Map<string, CountryRow> | undefined;
let names: Intl.DisplayNames | undefined;

/** The country that a text of the data names, by code or by name; undefined where none is known. */
export function countryOf(text: string): { readonly code: string; readonly numeric: string } | undefined {
  bySpelling ??= readTable();
  const row = bySpelling.get(text.trim().toLowerCase());
  return row === undefined ? undefined : { code: row[0], numeric: row[2] };
}

/** A country in words; text that names none stays as the data spell it. */
export function countryName(text: string): string {
  const code = countryOf(text)?.code;
  if (code === undefined) return text;
  names ??= new Intl.DisplayNames('en', { type: 'region', style: 'short' });
  return names.of(code) ?? text;
}

function readTable(): Map<string, CountryRow> {
  const text = document.getElementById('country-data')?.textContent ?? '[]';
  const table = new Map<string, CountryRow>();
  for (const row of JSON.parse(text) as CountryRow[]) {
    for (const spelling of row) table.set(spelling.toLowerCase(), row);
  }
  return table;
}

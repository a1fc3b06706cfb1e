/** Alpha-2, alpha-3 and numeric code, and names in English. Made when the package is built. */
export type CountryRow = readonly [alpha2: string, alpha3: string, numeric: string, ...names: string[]];

const SHORT_NAME = 18;

/** Countries by every spelling of the table, in any case. O(spellings) to build. */
export class CountryTable {
  readonly #bySpelling: ReadonlyMap<string, CountryRow>;

  constructor(rows: readonly CountryRow[]) {
    this.#bySpelling = new Map(rows.flatMap((row) => row.map((spelling) => [spelling.toLowerCase(), row] as const)));
  }

  /** The country that a text of the data names, by code or by name; undefined where none is known. */
  countryOf(text: string): { readonly code: string; readonly numeric: string } | undefined {
    const row = this.#bySpelling.get(text.trim().toLowerCase());
    return row === undefined ? undefined : { code: row[0], numeric: row[2] };
  }

  /**
   * The first name of the table that is short, else the first: the same on every machine. Text that names no country stays as
   * the data spell it.
   */
  nameOf(text: string): string {
    const [, , , ...names] = this.#bySpelling.get(text.trim().toLowerCase()) ?? ['', '', ''];
    return names.find((name) => name.length <= SHORT_NAME) ?? names[0] ?? text;
  }
}

import { type Country, WORLD_COUNTRIES } from './countries.js';
import { WORLD_CURRENCIES } from './currencies.js';

/** Where money of family remittances goes. */
export const REMITTANCE_COUNTRIES: readonly string[] = ['MX', 'PK', 'IQ', 'ET', 'SN', 'TR', 'RS'];

/** What a geography holds; default the `all-columns` world. */
export interface GeographyPlan {
  readonly countries: readonly Country[];
  /** Share of the people of a country beside others. */
  readonly weightOf: (country: Country) => number;
  readonly currencyOf: (country: Country) => string;
}

const ALL_COLUMNS: GeographyPlan = {
  countries: WORLD_COUNTRIES,
  weightOf: ({ weight }) => weight,
  currencyOf: ({ currency }) => currency,
};

/**
 * Towns of the simulated world, numbered through all countries. The names are of real places, so that reports read
 * naturally; nothing that happens there in a simulated world says anything about them.
 */
export class Geography {
  readonly townName: readonly string[];
  readonly townCountry: readonly string[];
  /** Currency code of each town's accounts. */
  readonly townCurrency: Uint8Array;
  /** Usual wages of each town beside those of a rich country. */
  readonly townIncome: Float32Array;
  /** Share of the population in this and all earlier towns; the last entry is 1. */
  readonly #cumulative: Float64Array;
  readonly #townsOf = new Map<string, number[]>();

  constructor({ countries, weightOf, currencyOf }: GeographyPlan = ALL_COLUMNS) {
    const names: string[] = [];
    const codes: string[] = [];
    const currencies: number[] = [];
    const incomes: number[] = [];
    const weights: number[] = [];
    for (const country of countries) {
      const { code, towns } = country;
      const harmonic = towns.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
      const currency = WORLD_CURRENCIES.indexOf(currencyOf(country));
      towns.forEach((name, rank) => {
        const known = this.#townsOf.get(code) ?? [];
        known.push(names.length);
        this.#townsOf.set(code, known);
        names.push(name);
        codes.push(code);
        currencies.push(currency);
        incomes.push(country.income);
        weights.push(weightOf(country) / (rank + 1) / harmonic);
      });
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let running = 0;
    this.#cumulative = Float64Array.from(weights, (weight) => (running += weight) / total);
    this.townName = names;
    this.townCountry = codes;
    this.townCurrency = Uint8Array.from(currencies);
    this.townIncome = Float32Array.from(incomes);
  }

  /** Towns of a country, largest first; none for a country that is not in the world. */
  townsOf(code: string): readonly number[] {
    return this.#townsOf.get(code) ?? [];
  }

  countryCodes(): readonly string[] {
    return [...this.#townsOf.keys()];
  }

  /** A town drawn by population; `uniform` in [0, 1). */
  townAt(uniform: number): number {
    let low = 0;
    let high = this.#cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#cumulative[middle]! > uniform) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

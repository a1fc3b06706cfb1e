/** A country of the simulated world: what its accounts are kept in, how many people live there, its towns, largest first. */
interface Country {
  readonly code: string;
  readonly currency: string;
  readonly weight: number;
  readonly towns: readonly string[];
}

const COUNTRIES: readonly Country[] = [
  country('DE', 'EUR', 20, 'Berlin Hamburg Munich Cologne Frankfurt Bremen Dortmund Leipzig Kassel Passau'),
  country('FR', 'EUR', 14, 'Paris Lyon Marseille Lille Toulouse Nantes Rennes Calais Dunkirk'),
  country('GB', 'GBP', 13, 'London Birmingham Leeds Glasgow Bristol Cardiff Derby Dover'),
  country('IT', 'EUR', 9, 'Rome Milan Naples Turin Bari Catania Trieste Ventimiglia'),
  country('ES', 'EUR', 7, 'Madrid Barcelona Valencia Sevilla Almeria Arrecife'),
  country('NL', 'EUR', 6, 'Amsterdam Rotterdam Utrecht Eindhoven Arnhem'),
  country('SE', 'EUR', 5, 'Stockholm Gothenburg Malmo Uppsala Vasteras'),
  country('AT', 'EUR', 3, 'Vienna Graz Linz Salzburg'),
  country('GR', 'EUR', 4, 'Athens Thessaloniki Patras Mytilene'),
  country('PL', 'EUR', 3, 'Warsaw Krakow Lublin Bialystok'),
  country('HU', 'EUR', 2, 'Budapest Szeged Debrecen Gyor'),
  country('RS', 'EUR', 2, 'Belgrade Subotica Nis Sid'),
  country('TR', 'EUR', 4, 'Istanbul Izmir Bodrum Van Edirne'),
  country('US', 'USD', 8, 'Houston Phoenix Atlanta Chicago Denver Newark Tucson Laredo Seattle'),
  country('MX', 'USD', 1.5, 'Monterrey Tijuana Puebla Reynosa'),
  country('PK', 'USD', 1, 'Lahore Karachi Gujrat'),
  country('IQ', 'USD', 1, 'Erbil Baghdad Sulaymaniyah'),
  country('ET', 'USD', 0.8, 'Addis-Ababa Jijiga Metema'),
  country('SN', 'EUR', 0.8, 'Dakar Mbour Saint-Louis'),
  country('LY', 'USD', 0.5, 'Tripoli Zuwara Sabha'),
];

/** Where money of family remittances goes. */
export const REMITTANCE_COUNTRIES: readonly string[] = ['MX', 'PK', 'IQ', 'ET', 'SN', 'TR', 'RS'];

/** The currencies of the world, all with two decimals; positions are the codes of the transfer sheet. */
export const WORLD_CURRENCIES: readonly string[] = ['EUR', 'USD', 'GBP'];

/**
 * Towns of the simulated world, numbered through all countries. The names are of real places, so that reports read
 * naturally; nothing that happens there in a simulated world says anything about them.
 */
export class Geography {
  readonly townName: readonly string[];
  readonly townCountry: readonly string[];
  /** Currency code of each town's accounts. */
  readonly townCurrency: Uint8Array;
  /** Share of the population in this and all earlier towns; the last entry is 1. */
  readonly #cumulative: Float64Array;
  readonly #townsOf = new Map<string, number[]>();

  constructor() {
    const names: string[] = [];
    const codes: string[] = [];
    const currencies: number[] = [];
    const weights: number[] = [];
    for (const { code, currency, weight, towns } of COUNTRIES) {
      const harmonic = towns.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
      towns.forEach((name, rank) => {
        const known = this.#townsOf.get(code) ?? [];
        known.push(names.length);
        this.#townsOf.set(code, known);
        names.push(name);
        codes.push(code);
        currencies.push(WORLD_CURRENCIES.indexOf(currency));
        weights.push(weight / (rank + 1) / harmonic);
      });
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let running = 0;
    this.#cumulative = Float64Array.from(weights, (weight) => (running += weight) / total);
    this.townName = names;
    this.townCountry = codes;
    this.townCurrency = Uint8Array.from(currencies);
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

function country(code: string, currency: string, weight: number, towns: string): Country {
  return { code, currency, weight, towns: towns.split(' ') };
}

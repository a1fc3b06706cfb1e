/** A country of the simulated worlds: how many people live there and what they earn, its money, its towns, largest first. */
export interface Country {
  readonly code: string;
  /** Currency in the `all-columns` world, which knows three. */
  readonly currency: string;
  /** Population beside that of the others in the `all-columns` world; 0 = not in it. */
  readonly weight: number;
  /** Currency of its accounts where every country has its own. */
  readonly localCurrency: string;
  /** Usual wages beside those of a rich country, roughly; the scale of prices, and nothing else, depends on it. */
  readonly income: number;
  readonly towns: readonly string[];
}

/** Countries of the `all-columns` world, in the order that its seeds rely on. */
export const WORLD_COUNTRIES: readonly Country[] = [
  country('DE', 'EUR', 20, 'EUR', 1, 'Berlin Hamburg Munich Cologne Frankfurt Bremen Dortmund Leipzig Kassel Passau'),
  country('FR', 'EUR', 14, 'EUR', 0.95, 'Paris Lyon Marseille Lille Toulouse Nantes Rennes Calais Dunkirk'),
  country('GB', 'GBP', 13, 'GBP', 1, 'London Birmingham Leeds Glasgow Bristol Cardiff Derby Dover'),
  country('IT', 'EUR', 9, 'EUR', 0.8, 'Rome Milan Naples Turin Bari Catania Trieste Ventimiglia'),
  country('ES', 'EUR', 7, 'EUR', 0.75, 'Madrid Barcelona Valencia Sevilla Almeria Arrecife'),
  country('NL', 'EUR', 6, 'EUR', 1, 'Amsterdam Rotterdam Utrecht Eindhoven Arnhem'),
  country('SE', 'EUR', 5, 'SEK', 0.95, 'Stockholm Gothenburg Malmo Uppsala Vasteras'),
  country('AT', 'EUR', 3, 'EUR', 1, 'Vienna Graz Linz Salzburg'),
  country('GR', 'EUR', 4, 'EUR', 0.45, 'Athens Thessaloniki Patras Mytilene'),
  country('PL', 'EUR', 3, 'PLN', 0.55, 'Warsaw Krakow Lublin Bialystok'),
  country('HU', 'EUR', 2, 'HUF', 0.45, 'Budapest Szeged Debrecen Gyor'),
  country('RS', 'EUR', 2, 'RSD', 0.35, 'Belgrade Subotica Nis Sid'),
  country('TR', 'EUR', 4, 'TRY', 0.3, 'Istanbul Izmir Bodrum Van Edirne'),
  country('US', 'USD', 8, 'USD', 1.2, 'Houston Phoenix Atlanta Chicago Denver Newark Tucson Laredo Seattle'),
  country('MX', 'USD', 1.5, 'MXN', 0.28, 'Monterrey Tijuana Puebla Reynosa'),
  country('PK', 'USD', 1, 'PKR', 0.1, 'Lahore Karachi Gujrat'),
  country('IQ', 'USD', 1, 'IQD', 0.22, 'Erbil Baghdad Sulaymaniyah'),
  country('ET', 'USD', 0.8, 'ETB', 0.08, 'Addis-Ababa Jijiga Metema'),
  country('SN', 'EUR', 0.8, 'XOF', 0.12, 'Dakar Mbour Saint-Louis'),
  country('LY', 'USD', 0.5, 'LYD', 0.22, 'Tripoli Zuwara Sabha'),
];

/** Countries that the other regimes know as well. */
export const FURTHER_COUNTRIES: readonly Country[] = [
  country('KE', 'USD', 0, 'KES', 0.15, 'Nairobi Mombasa Kisumu Nakuru Eldoret Garissa'),
  country('GH', 'USD', 0, 'GHS', 0.14, 'Accra Kumasi Tamale Takoradi Sunyani'),
  country('BD', 'USD', 0, 'BDT', 0.1, 'Dhaka Chittagong Sylhet Khulna Madaripur'),
  country('MA', 'EUR', 0, 'MAD', 0.2, 'Casablanca Fez Tangier Oujda Nador'),
  country('EG', 'USD', 0, 'EGP', 0.12, 'Cairo Alexandria Mansoura Aswan'),
  country('GE', 'EUR', 0, 'GEL', 0.25, 'Tbilisi Batumi Kutaisi Gori'),
  country('AL', 'EUR', 0, 'ALL', 0.25, 'Tirana Durres Vlore Kukes'),
  country('MD', 'EUR', 0, 'MDL', 0.25, 'Chisinau Balti Cahul Soroca'),
  country('GT', 'USD', 0, 'GTQ', 0.22, 'Guatemala-City Quetzaltenango Huehuetenango Coban'),
  country('HN', 'USD', 0, 'HNL', 0.18, 'Tegucigalpa San-Pedro-Sula Choluteca Juticalpa'),
];

function country(
  code: string,
  currency: string,
  weight: number,
  localCurrency: string,
  income: number,
  towns: string,
): Country {
  return { code, currency, weight, localCurrency, income, towns: towns.split(' ') };
}

/**
 * Currencies of the simulated worlds and how many units are worth one unit of reference, in which stories count.
 * Handy figures near the rates of some recent year, so that round sums stay round; the first three, the currencies of
 * the `all-columns` world, count alike. All are written with two decimals.
 */
const UNITS: readonly (readonly [code: string, units: number])[] = [
  ['EUR', 1],
  ['USD', 1],
  ['GBP', 1],
  ['SEK', 10],
  ['PLN', 4],
  ['HUF', 400],
  ['RSD', 100],
  ['TRY', 30],
  ['MXN', 20],
  ['PKR', 300],
  ['IQD', 1500],
  ['ETB', 100],
  ['XOF', 600],
  ['LYD', 5],
  ['KES', 120],
  ['GHS', 15],
  ['BDT', 120],
  ['MAD', 10],
  ['EGP', 50],
  ['GEL', 3],
  ['ALL', 100],
  ['MDL', 20],
  ['GTQ', 8],
  ['HNL', 25],
  ['USDT', 1],
];

/** Below this many units nobody counts cents any more. */
const WHOLE_UNITS_FROM = 20;

/** Positions are the codes of the transfer sheet. */
export const WORLD_CURRENCIES: readonly string[] = UNITS.map(([code]) => code);

/** Hundredths of the currency for hundredths of the unit of reference, whole units where cents are worth nothing; at least one. */
export function inCurrency(referenceMinor: number, currency: number): number {
  const units = UNITS[currency]![1];
  if (units < WHOLE_UNITS_FROM) return referenceMinor * units;
  return Math.max(1, Math.round((referenceMinor * units) / 100)) * 100;
}

/** The other way: whole hundredths of the unit of reference for hundredths of a currency, rounded down. */
export function inReference(minor: number, currency: number): number {
  return Math.floor(minor / UNITS[currency]![1]);
}

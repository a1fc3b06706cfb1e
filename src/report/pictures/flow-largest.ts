import { COLUMN_TITLES } from './flow-columns.js';
import { type PreparedLead } from './prepare.js';

const MOST_COUNTRIES = 6;
/** Columns with more accounts show the largest of them, and the rest as one node. */
const MOST_ACCOUNTS = 12;
const SHOWN_ACCOUNTS = 10;

/** Accounts that have a node of their own: all of a column, or the ten largest where there are more than twelve. */
export function largestPerColumn(
  { accounts, lead, minor }: PreparedLead,
  rows: readonly number[],
  column: readonly number[],
): Set<number> {
  const value = new Float64Array(accounts.length);
  const used = new Set<number>();
  for (const row of rows) {
    for (const end of [lead.transfers.from[row]!, lead.transfers.to[row]!]) {
      if (end < 0) continue;
      value[end] = value[end]! + minor[row]!;
      used.add(end);
    }
  }
  return new Set(
    COLUMN_TITLES.flatMap((_, at) => {
      const members = [...used].filter((i) => column[i] === at).sort((a, b) => value[b]! - value[a]! || a - b);
      return members.length > MOST_ACCOUNTS ? members.slice(0, SHOWN_ACCOUNTS) : members;
    }),
  );
}

/** The countries that most was paid from, of those that at least three payers paid from, with how many these are. */
export function payerCountries({ lead, minor }: PreparedLead, rows: readonly number[]): Map<string, number> {
  const known = new Map(lead.protectedPayers.byCountry.map(({ country, count }) => [country, count]));
  const value = new Map<string, number>();
  for (const row of rows) {
    const country = lead.places[lead.transfers.countryFrom[row]!];
    if (lead.transfers.from[row] !== -1 || country === undefined || !known.has(country)) continue;
    value.set(country, (value.get(country) ?? 0) + minor[row]!);
  }
  const largest = [...value].sort((a, b) => b[1] - a[1]).slice(0, MOST_COUNTRIES);
  return new Map(largest.map(([country]) => [country, known.get(country)!]));
}

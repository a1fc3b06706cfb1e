import { MACHINES } from '../support/control-set.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2023, 3, 3, 12);

const COUNTRIES = ['DE', 'SE', 'GB'] as const;

/** Six families, two in each of three countries, pay 4,000 to shop A and 8,000 to B twenty days later. */
export function seaPackage(): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let family = 0; family < 6; family++) {
    const country = COUNTRIES[family % 3]!;
    const from: Details = { channel: 'cash', ...between(`town-${country}`, 'Istanbul', country, 'TR') };
    const out: Details = { channel: 'cash', ...between('Istanbul', 'Istanbul', 'TR') };
    pay(`C20-family-${family}`, 'C20-A', 4000, 2 * family, from);
    pay(`C20-family-${family}`, 'C20-B', 8000, 2 * family + 20, from);
    pay('C20-B', MACHINES[family % 4]!, 7600, 2 * family + 22, out);
  }
  return { transfers, operators: ['C20-A', 'C20-B'], payers: named('C20-family', 6) };
}

/** A wedding hall with the same deposits and balances, and what it pays to a caterer, for rent and in wages. */
export function weddingHall(): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let couple = 0; couple < 6; couple++) {
    const country = COUNTRIES[couple % 3]!;
    const from: Details = { channel: 'card', ...between(`town-${country}`, 'Berlin', country, 'DE') };
    pay(`C20-couple-${couple}`, 'C20-hall', 4000, 2 * couple, from);
    pay(`C20-couple-${couple}`, 'C20-hall', 8000, 2 * couple + 20, from);
    pay('C20-hall', 'C20-caterer', 5200, 2 * couple + 24, { channel: 'wire', ...between('Berlin', 'Berlin', 'DE') });
  }
  for (const month of [0, 1, 2]) {
    const here: Details = { channel: 'wire', ...between('Berlin', 'Berlin', 'DE') };
    pay('C20-hall', 'C20-hall-rent', 3000, 28 * month + 3, here);
    for (const cook of named('C20-cook', 3)) pay('C20-hall', cook, 1800, 28 * month + 4, here);
  }
  return { transfers, operators: [], payers: named('C20-couple', 6) };
}

export const SEA_PACKAGE: GoldenCase = {
  id: 'C20',
  story: seaPackage(),
  twin: weddingHall(),
  traffic: { regime: 'card-bank', seed: 3, country: 'DE', currency: 'EUR', ...booksAround(START) },
};

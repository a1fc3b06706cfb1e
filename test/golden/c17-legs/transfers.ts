import { MACHINES } from '../support/control-set.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2016, 8, 5, 10);

const ROUTE = ['GR', 'MK', 'RS', 'HU'] as const;
/** Days from the first payment: 6, 7 and 8 apart. */
const LEGS = [0, 6, 13, 21] as const;

const inCountry = (country: string): Details => ({
  channel: 'cash',
  ...between(`city-${country}`, `city-${country}`, country),
});

/**
 * Four families pay 1,500 in each of four countries, 6, 7 and 8 days apart, each country to a collector of its own, who takes
 * the money out the next day; four families pay 5,000 once, in the first. `reversed` turns the order of the countries round.
 */
export function legs({ reversed = false } = {}): Story {
  const { transfers, pay } = openBook('EUR', START);
  const route = reversed ? [...ROUTE].reverse() : ROUTE;
  const take = (family: string, country: string, amount: number, day: number): void => {
    const collector = `C17-collector-${country}`;
    pay(family, collector, amount, day, inCountry(country));
    pay(collector, MACHINES[ROUTE.indexOf(country as 'GR')]!, amount, day + 1, inCountry(country));
  };
  for (let family = 0; family < 4; family++) {
    LEGS.forEach((day, leg) => {
      take(`C17-family-${family}`, route[leg]!, 1500, 9 * family + day);
    });
    take(`C17-family-${family + 4}`, 'GR', 5000, 9 * family + 4);
  }
  return { transfers, operators: ROUTE.map((country) => `C17-collector-${country}`), payers: named('C17-family', 8) };
}

/** A driver pays along the same road; a licensed remitter with offices in the four places serves its customers. */
export function driver(): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let trip = 0; trip < 4; trip++) {
    LEGS.forEach((day, leg) => {
      const country = ROUTE[leg]!;
      pay('C17-driver', `C17-lodging-${country}`, 90 + 10 * trip, 9 * trip + day, inCountry(country));
    });
    pay('C17-haulier', 'C17-driver', 1900, 28 * trip, { channel: 'wire', ...between('city-GR', 'city-GR', 'GR') });
  }
  for (let customer = 0; customer < 40; customer++) {
    const country = ROUTE[customer % 4]!;
    pay(`C17-customer-${customer}`, `C17-office-${country}`, 150 + 7 * customer, customer, inCountry(country));
    pay(`C17-office-${country}`, `C17-relative-${customer}`, 145 + 7 * customer, customer + 1, inCountry('GR'));
  }
  const licensed = ROUTE.map((country) => `C17-office-${country}`);
  return { transfers, operators: [], payers: ['C17-driver', ...named('C17-customer', 40)], licensed };
}

export const LEGS_CASE: GoldenCase = {
  id: 'C17',
  story: legs(),
  twin: driver(),
  traffic: { regime: 'national-banks', seed: 7, country: 'GR', currency: 'EUR', ...booksAround(START) },
};

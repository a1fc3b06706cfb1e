import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story, type StoryBook } from '../support/story.js';

const START = Date.UTC(2019, 3, 1, 10);

const FEES = [3000, 3500, 4000, 4600, 5300, 6100, 7000, 8000] as const;
const HELD_DAYS = [3, 10, 17, 24, 31, 38, 45, 60] as const;

const HERE: Details = { channel: 'wire', ...between('London', 'London', 'GB') };

/** Three customers who buy rugs, and the shop's rent and suppliers. */
function rugTrade(pay: StoryBook['pay'], owner: string, paid: Details): void {
  [900, 1300, 1700].forEach((price, i) => {
    pay(`C10-rug-${i}`, owner, price, 6 + 11 * i, paid);
  });
  [8, 20, 33, 47, 62, 80].forEach((day, i) => {
    pay(owner, i % 2 === 0 ? 'C10-rent' : `C10-supplier-${i}`, 520 + 40 * i, day, HERE);
  });
}

/** Eight families in four towns pay the owner of a rug shop, who pays 97 % of each sum to g after 3 to 60 days. */
export function held(): Story {
  const { transfers, pay } = openBook('GBP', START);
  FEES.forEach((fee, i) => {
    pay(`C10-family-${i}`, 'C10-h', fee, 5 * i, { ...HERE, placeFrom: `town-${i % 4}` });
    pay('C10-h', 'C10-g', 0.97 * fee, 5 * i + HELD_DAYS[i]!, HERE);
  });
  rugTrade(pay, 'C10-h', HERE);
  const payers = [...named('C10-family', 8), ...named('C10-rug', 3)];
  return { transfers, operators: ['C10-h', 'C10-g'], payers };
}

/** The same shop with customers for rugs only, and a wholesaler who is paid in bulk. */
export function rugShop(): Story {
  const { transfers, pay } = openBook('GBP', START);
  FEES.forEach((price, i) => {
    pay(`C10-buyer-${i}`, 'C10-shop', price, 5 * i, { ...HERE, placeFrom: `town-${i % 4}`, channel: 'card' });
  });
  rugTrade(pay, 'C10-shop', { ...HERE, channel: 'card' });
  for (const day of [21, 49]) pay('C10-shop', 'C10-wholesaler', 16_000, day, HERE);
  for (const month of [0, 1, 2]) pay('C10-shop', 'C10-seller', 1800, 10 + 28 * month, HERE);
  return { transfers, operators: [], payers: [...named('C10-buyer', 8), ...named('C10-rug', 3)] };
}

export const HELD: GoldenCase = {
  id: 'C10',
  story: held(),
  twin: rugShop(),
  traffic: { regime: 'national-banks', seed: 8, country: 'GB', currency: 'GBP', ...booksAround(START, 180) },
};

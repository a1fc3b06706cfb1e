import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2013, 0, 1, 9);

const HERE = between('Phoenix', 'Phoenix', 'US');

/** 56 accounts take 45,529.00, 67 take 45,528.00; 27 keep 1,234.00, 96 keep 1,233.00. */
export function arizona(): Story {
  const { transfers, pay } = openBook('USD', START, { channel: 'wire', ...HERE });
  for (let i = 0; i < 123; i++) {
    const taken = i < 56 ? 45_529 : 45_528;
    const kept = i < 27 ? 1234 : 1233;
    pay(`C02-family-${i}`, `C02-account-${i}`, taken, i / 10);
    pay(`C02-account-${i}`, 'C02-onward', taken - kept, i / 10 + 1);
  }
  return { transfers, operators: [...named('C02-account', 123), 'C02-onward'], payers: named('C02-family', 123) };
}

/** 123 people with one employer each, paid every four weeks, who spend 97 % within two days in shops of their own. */
export function lowIncome(): Story {
  const { transfers, pay } = openBook('USD', START, { channel: 'wire', ...HERE });
  for (let k = 0; k < 123 * 4; k++) {
    const person = k % 123;
    const day = Math.floor(k / 123) * 28 + person / 123;
    pay(`C02-employer-${person}`, `C02-person-${person}`, 1000, day);
    pay(`C02-person-${person}`, `C02-shop-${person}`, 970, day + 1, { channel: 'card' });
  }
  return { transfers, operators: [], payers: named('C02-employer', 123) };
}

export const ARIZONA: GoldenCase = {
  id: 'C02',
  story: arizona(),
  twin: lowIncome(),
  traffic: { regime: 'national-banks', seed: 6, country: 'US', currency: 'USD', ...booksAround(START) },
};

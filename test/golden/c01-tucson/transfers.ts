import { MACHINES } from '../support/control-set.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2017, 0, 2, 10);

const HOME = between('Tucson', 'Tucson', 'US');

/** 22 holders; 16 cash credits each, one a day, from another family and one of 31 states each; 95 % leaves a day later. */
export function tucson(): Story {
  const { transfers, pay } = openBook('USD', START);
  for (let i = 0; i < 352; i++) {
    const holder = Math.floor(i / 16);
    const visit = i % 16;
    const odd = holder < 20 ? 3071 : 3070;
    const amount = visit === 15 ? odd : 3068;
    const account = `C01-h-${holder}`;
    const day = visit + holder / 1440;
    const bringsFrom: Details = { channel: 'cash', ...between(`state-${i % 31}`, 'Tucson', 'US') };
    pay(`C01-family-${i}`, account, amount, day, bringsFrom);
    pay(account, 'C01-K', 0.75 * amount, day + 1, { channel: 'wire', ...HOME });
    pay(account, MACHINES[holder % 4]!, 0.2 * amount, day + 1, { channel: 'cash', ...HOME });
  }
  return { transfers, operators: [...named('C01-h', 22), 'C01-K'], payers: named('C01-family', 352) };
}

/** 22 shops of one chain: card sales, daily takings, three quarters to the head office, wages and rent. */
export function branchShops(): Story {
  const { transfers, pay } = openBook('USD', START);
  const customers: string[] = [];
  for (let shop = 0; shop < 22; shop++) {
    for (let day = 0; day < 16; day++) {
      const opens = day + shop / 1440;
      const at = between(`state-${(shop + day) % 31}`, 'Tucson', 'US');
      pay(`C01-till-${shop}`, `C01-shop-${shop}`, 1500, opens, { channel: 'cash', ...at });
      for (let sale = 0; sale < 3; sale++) {
        const customer = `C01-customer-${shop}-${day}-${sale}`;
        customers.push(customer);
        pay(customer, `C01-shop-${shop}`, 500, opens, { channel: 'card', ...at });
      }
      const out: Details = { channel: 'wire', ...HOME };
      pay(`C01-shop-${shop}`, 'C01-head-office', 2250, opens + 1, out);
      pay(`C01-shop-${shop}`, `C01-staff-${shop}-${day % 3}`, 400, opens + 1, out);
      pay(`C01-shop-${shop}`, `C01-rent-${shop}`, 200, opens + 1, out);
    }
  }
  return { transfers, operators: [], payers: customers };
}

export const TUCSON: GoldenCase = {
  id: 'C01',
  story: tucson(),
  twin: branchShops(),
  traffic: { regime: 'national-banks', seed: 6, country: 'US', currency: 'USD', ...booksAround(START) },
};

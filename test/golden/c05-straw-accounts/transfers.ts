import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2022, 4, 2, 10);

const WIRE = { channel: 'wire', ...between('Houston', 'Houston', 'US') } as const;

/**
 * Families 0 to 3 pay straw account A, 4 to 7 B, 8 to 11 C: 3,000, and 5,000 ten to twenty days later. Each passes 95 % on
 * to L within two days. Twice a courier brings 9,000 in cash to a business, which writes a cheque of 8,500 five days later.
 */
export function strawAccounts(): Story {
  const { transfers, pay } = openBook('USD', START);
  for (let family = 0; family < 12; family++) {
    const straw = `C05-straw-${Math.floor(family / 4)}`;
    const balance = family + 10 + ((family * 7) % 11);
    for (const [amount, day] of [
      [3000, family],
      [5000, balance],
    ] as const) {
      pay(`C05-family-${family}`, straw, amount, day, {
        channel: 'wire',
        ...between(`town-${family}`, 'Houston', 'US'),
      });
      pay(straw, 'C05-L', 0.95 * amount, day + 1.2, WIRE);
    }
  }
  for (const time of [0, 1]) {
    const here = between('Houston', 'Houston', 'US');
    pay(`C05-courier-${time}`, 'C05-business', 9000, 20 + 30 * time, { channel: 'cash', ...here });
    pay('C05-business', `C05-cheque-${time}`, 8500, 25 + 30 * time, { channel: 'cheque', ...here });
  }
  return { transfers, operators: [...named('C05-straw', 3), 'C05-L'], payers: named('C05-family', 12) };
}

/** A builder: 3,000 with the order and 5,000 on completion, known suppliers, four wages. */
export function builder(): Story {
  const { transfers, pay } = openBook('USD', START);
  for (let customer = 0; customer < 12; customer++) {
    const from = { channel: 'cheque', ...between(`town-${customer}`, 'Houston', 'US') } as const;
    pay(`C05-customer-${customer}`, 'C05-builder', 3000, customer, from);
    pay(`C05-customer-${customer}`, 'C05-builder', 5000, customer + 10 + ((customer * 7) % 11), from);
    pay('C05-builder', `C05-supplier-${customer % 2}`, 2600, customer + 4, { ...WIRE, channel: 'cheque' });
  }
  for (const month of [0, 1, 2]) {
    for (const worker of named('C05-worker', 4)) pay('C05-builder', worker, 2100, 3 + 28 * month, WIRE);
    pay('C05-builder', 'C05-yard-rent', 1200, 5 + 28 * month, WIRE);
  }
  return { transfers, operators: [], payers: named('C05-customer', 12) };
}

export const STRAW_ACCOUNTS: GoldenCase = {
  id: 'C05',
  story: strawAccounts(),
  twin: builder(),
  traffic: { regime: 'national-banks', seed: 6, country: 'US', currency: 'USD', ...booksAround(START) },
};

import { type TransferInput } from '../../../src/ledger/index.js';
import { MACHINES } from '../support/control-set.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2013, 2, 4, 11);

/** Which of three towns a family lives in: five, four and four. */
const townOf = (family: number): string => `Georgia-${family < 5 ? 0 : family < 9 ? 1 : 2}`;

/** 13 families pay 1,400 to A, and ten days later 5,200 in cash to B; `split` of them hand the second in as two deposits. */
export function georgia({ split = 0 } = {}): Story {
  const { transfers, pay } = openBook('USD', START);
  for (let family = 0; family < 13; family++) {
    const from = between(townOf(family), 'Phoenix', 'US');
    const payer = `C03-family-${family}`;
    pay(payer, 'C03-A', 1400, family, { channel: 'wire', ...from });
    if (family < split) {
      pay(payer, 'C03-B', 2600, family + 10, { channel: 'cash', ...from });
      pay(payer, 'C03-B', 2600, family + 11, { channel: 'cash', ...from });
    } else {
      pay(payer, 'C03-B', 5200, family + 10, { channel: 'cash', ...from });
    }
    const taken = { channel: 'cash', ...between('Phoenix', 'Phoenix', 'US') } as const;
    pay('C03-B', MACHINES[family % 4]!, 5200, family + (family < split ? 12.2 : 11.2), taken);
  }
  return { transfers, operators: ['C03-A', 'C03-B'], payers: named('C03-family', 13) };
}

/** The same with all that A and B take paid to one account, so that both are seen to be one side. */
export function oneSide({ transfers }: Story): TransferInput[] {
  return transfers.map((one) => (one.beneficiary === 'C03-A' ? { ...one, beneficiary: 'C03-B' } : one));
}

/** 13 customers of a tour operator with the same deposits and balances; it pays hotels, an airline and three wages. */
export function tourOperator(): Story {
  const { transfers, pay } = openBook('USD', START);
  for (let customer = 0; customer < 13; customer++) {
    const from = between(townOf(customer), 'Phoenix', 'US');
    pay(`C03-customer-${customer}`, 'C03-tours', 1400, customer, { channel: 'card', ...from });
    pay(`C03-customer-${customer}`, 'C03-tours', 5200, customer + 10, { channel: 'card', ...from });
    const out = { channel: 'wire', ...between('Phoenix', 'Denver', 'US') } as const;
    pay('C03-tours', 'C03-airline', 2600, customer + 12, out);
    pay('C03-tours', `C03-hotel-${customer % 3}`, 2200, customer + 13, out);
  }
  for (const month of [0, 1, 2]) {
    for (const guide of named('C03-guide', 3)) {
      pay('C03-tours', guide, 1900, 1 + 28 * month, { channel: 'wire', ...between('Phoenix', 'Phoenix', 'US') });
    }
  }
  return { transfers, operators: [], payers: named('C03-customer', 13) };
}

export const GEORGIA: GoldenCase = {
  id: 'C03',
  story: georgia(),
  twin: tourOperator(),
  traffic: { regime: 'national-banks', seed: 6, country: 'US', currency: 'USD', ...booksAround(START) },
};

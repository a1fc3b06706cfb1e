import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2013, 1, 4, 10);

const amountOf = (family: number): number => 2000 + 200 * ((family * 11) % 26);

/** 24 families of one city pay 2,000 to 7,000 to v within 80 days; three of its four payments go to companies abroad, 90 %. */
export function valueTransfer(): Story {
  const { transfers, pay } = openBook('EUR', START);
  let total = 0;
  for (let family = 0; family < 24; family++) {
    total += amountOf(family);
    pay(`C21-family-${family}`, 'C21-v', amountOf(family), (family * 80) / 24, {
      channel: 'cash',
      ...between('Milan', 'Milan', 'IT'),
    });
  }
  const abroad = { channel: 'wire', ...between('Milan', 'Dubai', 'IT', 'AE') } as const;
  for (let company = 0; company < 3; company++) {
    pay('C21-v', `C21-company-${company}`, Math.floor(0.3 * total), 79 + company, abroad);
  }
  pay('C21-v', 'C21-local', Math.floor(0.1 * total), 82, { channel: 'wire', ...between('Milan', 'Rome', 'IT') });
  return { transfers, operators: ['C21-v'], payers: named('C21-family', 24) };
}

/** The same rows; the user vouches for the node, which has a licence. */
export function licensedNode(): Story {
  return { ...valueTransfer(), operators: [], licensed: ['C21-v'] };
}

export const VALUE_TRANSFER: GoldenCase = {
  id: 'C21',
  story: valueTransfer(),
  twin: licensedNode(),
  traffic: { regime: 'national-banks', seed: 10, country: 'IT', currency: 'EUR', ...booksAround(START) },
};

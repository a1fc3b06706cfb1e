import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2006, 4, 1, 10);

const WIRE: Details = { channel: 'wire', ...between('London', 'London', 'GB') };

/** 50 clients in five towns, one a day, hand over 8,000; 8,010; ... 8,490, which goes on to another party 30 days later. */
function hold(client: string, holder: string, receiver: string): Pick<Story, 'transfers'> {
  const { transfers, pay } = openBook('GBP', START);
  for (let i = 0; i < 50; i++) {
    const sum = 8000 + 10 * i;
    pay(`${client}-${i}`, holder, sum, i, { ...WIRE, placeFrom: `town-${i % 5}` });
    pay(holder, receiver, sum, i + 30, WIRE);
  }
  return { transfers };
}

/** h holds each fee until arrival; o pays exactly half of every receipt to one of four intermediaries. */
export function thirdParty(): Story {
  const { transfers } = hold('C22-family', 'C22-h', 'C22-o');
  const { transfers: halves, pay } = openBook('GBP', START);
  for (let i = 0; i < 50; i++) pay('C22-o', `C22-intermediary-${i % 4}`, (8000 + 10 * i) / 2, i + 31, WIRE);
  const operators = ['C22-h', 'C22-o', ...named('C22-intermediary', 4)];
  return { transfers: [...transfers, ...halves], operators, payers: named('C22-family', 50) };
}

/** A lawyer's client account, for which there is a licence. */
export function clientAccount(): Story {
  const { transfers } = hold('C22-client', 'C22-lawyer', 'C22-seller');
  return { transfers, operators: [], payers: named('C22-client', 50), licensed: ['C22-lawyer'] };
}

export const THIRD_PARTY: GoldenCase = {
  id: 'C22',
  story: thirdParty(),
  twin: clientAccount(),
  traffic: { regime: 'national-banks', seed: 8, country: 'GB', currency: 'GBP', ...booksAround(START, 180) },
};

import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story } from '../support/story.js';

/** A Wednesday. */
export const START = Date.UTC(2019, 9, 2, 11);

const WEEKS = 26;
const HERE: Details = { channel: 'cash', ...between('Rome', 'Rome', 'IT') };

/** For 26 weeks two agents bring cash to a shop, one on Wednesdays and one on Saturdays. */
export function rhythm(): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let week = 0; week < WEEKS; week++) {
    pay('C14-agent-0', 'C14-shop', 9000 + 310 * (week % 7), 7 * week, HERE);
    pay('C14-agent-1', 'C14-shop', 8000 + 270 * (week % 5), 7 * week + 3, HERE);
  }
  return { transfers, operators: ['C14-shop'], payers: named('C14-agent', 2) };
}

/** A market stall that banks its takings on the same two days, and pays suppliers and rent. */
export function marketStall(): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let week = 0; week < WEEKS; week++) {
    pay('C14-takings', 'C14-stall', 1900 + 60 * (week % 7), 7 * week, HERE);
    pay('C14-takings', 'C14-stall', 2600 + 70 * (week % 5), 7 * week + 3, HERE);
    pay('C14-stall', `C14-supplier-${week % 2}`, 2900, 7 * week + 4, { ...HERE, channel: 'wire' });
    if (week % 4 === 3) pay('C14-stall', 'C14-pitch-rent', 1400, 7 * week + 5, { ...HERE, channel: 'wire' });
  }
  return { transfers, operators: [], payers: [] };
}

export const RHYTHM: GoldenCase = {
  id: 'C14',
  story: rhythm(),
  twin: marketStall(),
  traffic: { regime: 'national-banks', seed: 10, country: 'IT', currency: 'EUR', ...booksAround(START, 270) },
};

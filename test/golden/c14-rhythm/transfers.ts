import { MACHINES } from '../support/control-set.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story } from '../support/story.js';

/** A Wednesday. */
export const START = Date.UTC(2019, 9, 2, 11);

const WEEKS = 26;
const HERE: Details = { channel: 'cash', ...between('Rome', 'Rome', 'IT') };

/** Lines of the ledger that was found: cash that left the shop, and cash that a counterpart abroad was brought. */
export const LEDGER_LINES = 20;

/**
 * For 26 weeks two agents bring cash to a shop, one on Wednesdays and one on Saturdays. Twenty times the shop takes cash out,
 * and two days later somebody brings as much, less a tenth, to one of two counterparts abroad: nothing in the data ties these.
 */
export function rhythm(): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let week = 0; week < WEEKS; week++) {
    pay('C14-agent-0', 'C14-shop', 9000 + 310 * (week % 7), 7 * week, HERE);
    pay('C14-agent-1', 'C14-shop', 8000 + 270 * (week % 5), 7 * week + 3, HERE);
  }
  for (let line = 0; line < LEDGER_LINES; line++) {
    const counterpart = `C14-counterpart-${line % 2}`;
    const abroad: Details = { channel: 'cash', ...between('Dubai', 'Dubai', 'AE') };
    pay('C14-shop', MACHINES[0], 10_000, 7 * line + 4, HERE);
    pay(`C14-runner-${line}`, counterpart, 9000, 7 * line + 6, abroad);
  }
  return { transfers, operators: ['C14-shop', ...named('C14-counterpart', 2)], payers: named('C14-agent', 2) };
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

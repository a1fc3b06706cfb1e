import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story } from '../support/story.js';

const START = Date.UTC(2023, 1, 6, 10);

const WIRE: Details = { channel: 'wire', ...between('Madrid', 'Madrid', 'ES') };
const CRYPTO: Details = { ...WIRE, channel: 'crypto' };
const HELD: Details = { beneficiaryHolder: 'later holder', beneficiaryHolderId: 'id-1' };

/**
 * a pays c ten times 50,000, c sends crypto worth 48,500 back each time. Two collectors take 4,500 of eight families each,
 * send 60 % to one wallet within two days and 30 % to a.
 */
export function twoBranches(): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let round = 0; round < 10; round++) {
    pay('C13-a', 'C13-c', 50_000, 10 + 4 * round, WIRE);
    pay('C13-c', 'C13-a', 48_500, 11 + 4 * round, CRYPTO);
  }
  for (let family = 0; family < 16; family++) {
    const collector = `C13-k-${family % 2}`;
    pay(`C13-family-${family}`, collector, 4500, 2 * family, { ...WIRE, placeFrom: `town-${family % 5}` });
    pay(collector, 'C13-wallet', 2700, 2 * family + 1.5, { ...CRYPTO, ...HELD });
    pay(collector, 'C13-a', 1350, 2 * family + 1.6, WIRE);
  }
  const operators = ['C13-a', 'C13-c', ...named('C13-k', 2), 'C13-wallet'];
  return { transfers, operators, payers: named('C13-family', 16) };
}

/**
 * A file of the year before: four other accounts send crypto to the same wallet, which stands there under another holder, and
 * one of them pays a shop.
 */
export function earlierFile(): TransferInput[] {
  const { transfers, pay } = openBook('EUR', START - 300 * DAY_MS);
  const held = { beneficiaryHolder: 'earlier holder', beneficiaryHolderId: 'id-2' };
  for (let i = 0; i < 12; i++) pay(`C13-earlier-${i % 4}`, 'C13-wallet', 1800, 3 * i, { ...CRYPTO, ...held });
  pay('C13-earlier-0', 'C13-earlier-shop', 40, 5, WIRE);
  return [...transfers];
}

/** Two companies of one group that net invoices and pay wages, and a licensed exchange house with its customers. */
export function groupCompanies(): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let round = 0; round < 10; round++) {
    pay('C13-parent', 'C13-daughter', 50_000, 10 + 4 * round, WIRE);
    pay('C13-daughter', 'C13-parent', 48_500, 11 + 4 * round, WIRE);
  }
  for (const month of [0, 1, 2]) {
    for (const worker of named('C13-worker', 6)) pay('C13-daughter', worker, 2000, 3 + 28 * month, WIRE);
  }
  for (let customer = 0; customer < 16; customer++) {
    pay(`C13-customer-${customer}`, 'C13-exchange', 900 + 70 * customer, 2 * customer, WIRE);
    pay('C13-exchange', `C13-customer-${customer}`, 880 + 70 * customer, 2 * customer + 0.5, CRYPTO);
  }
  const licensed = ['C13-exchange'];
  return { transfers, operators: [], payers: named('C13-customer', 16), licensed };
}

export const TWO_BRANCHES: GoldenCase = {
  id: 'C13',
  story: twoBranches(),
  twin: groupCompanies(),
  traffic: { regime: 'card-bank', seed: 13, country: 'ES', currency: 'EUR', ...booksAround(START) },
};

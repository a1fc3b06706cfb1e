import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, type Details, named, openBook, type Story, type StoryBook } from '../support/story.js';

const START = Date.UTC(2019, 0, 1, 10);

const DAYS = 365;
const COLLECTORS = named('C12-collector', 20);

const OUT: Details = { channel: 'wire', ...between('Lille', 'Rotterdam', 'FR', 'NL') };

/**
 * Families pay 7,000 each within a year to twenty collectors: 10,000 of them in the published case. Each week a collector passes 97 % on to one of three
 * coordinators, who pass 95 % on to two value-transfer nodes.
 */
export function scale(families = 10_000): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let family = 0; family < families; family++) {
    const collector = COLLECTORS[family % 20]!;
    const day = (family / families) * (DAYS - 10);
    const place = `town-${family % 37}`;
    const cash = { channel: 'cash', ...between(place, 'Lille', 'FR') } as const;
    pay(`C12-family-${family}`, collector, 7000, day, cash);
  }
  passOn(pay, families);
  const operators = [...COLLECTORS, ...named('C12-coordinator', 3), ...named('C12-transfer', 2)];
  return { transfers, operators, payers: named('C12-family', families) };
}

function passOn(pay: StoryBook['pay'], families: number): void {
  const perWeek = families / ((DAYS - 10) / 7);
  for (let week = 1; week <= 50; week++) {
    COLLECTORS.forEach((collector, i) => {
      pay(collector, `C12-coordinator-${i % 3}`, Math.floor((perWeek / 20) * 7000 * 0.97), 7 * week + 1, OUT);
    });
    for (let i = 0; i < 3; i++) {
      const share = (i === 2 ? 6 : 7) / 20;
      const sum = Math.floor(perWeek * share * 7000 * 0.97 * 0.95);
      pay(`C12-coordinator-${i}`, `C12-transfer-${i % 2}`, sum, 7 * week + 2, OUT);
    }
  }
}

/** A licensed remitter: as many customers with smaller sums, many-to-many, settled each week. */
export function remitter(customers = 10_000): Story {
  const { transfers, pay } = openBook('EUR', START);
  for (let customer = 0; customer < customers; customer++) {
    const day = (customer / customers) * (DAYS - 10);
    const place = `town-${customer % 37}`;
    const handed = { channel: 'value-transfer', ...between(place, 'Lille', 'FR') } as const;
    pay(`C12-customer-${customer}`, 'C12-remitter', 200 + (customer % 300), day, handed);
    if (customer % 10 === 0) pay('C12-remitter', `C12-relative-${customer}`, 190 + (customer % 300), day + 1, OUT);
  }
  for (let week = 1; week <= 50; week++) {
    for (const bank of named('C12-settlement', 3)) pay('C12-remitter', bank, 1.8 * customers, 7 * week, OUT);
    for (const clerk of named('C12-clerk', 8)) pay('C12-remitter', clerk, 0.052 * customers, 7 * week, OUT);
  }
  return { transfers, operators: [], payers: named('C12-customer', customers), licensed: ['C12-remitter'] };
}

const BOOKS = {
  regime: 'national-banks',
  seed: 4,
  country: 'NL',
  currency: 'EUR',
  ...booksAround(START, 420),
} as const;

/** An eighth of the published size, families and background alike, so that the tests stay fast. */
export const SCALE: GoldenCase = {
  id: 'C12',
  story: scale(1250),
  twin: remitter(1250),
  traffic: { ...BOOKS, transfers: 25_000 },
};

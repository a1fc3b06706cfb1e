import { MACHINES } from '../support/control-set.js';
import { type GoldenCase } from '../support/golden-case.js';
import { booksAround } from '../support/ordinary-traffic.js';
import { between, named, openBook, type Story } from '../support/story.js';

export const START = Date.UTC(2005, 0, 10, 10);

/** First day of the time after. */
export const CHANGE = 100;

/**
 * Before the change 100 wires of 1,800 to five accounts in Arizona; after it nine to two of them and 91 to seven others,
 * three in Sonora and four in other states, two of which live 60 days. All take the money out a day later.
 */
export function displacement(): Story {
  const { transfers, pay } = openBook('USD', START);
  const wire = (family: number, node: string, place: string, country: string, day: number): void => {
    const from = `state-${family % 27}`;
    pay(`C04-family-${family}`, node, 1800, day, { channel: 'wire', ...between(from, place, 'US', country) });
    pay(node, MACHINES[family % 4]!, 1800, day + 1, { channel: 'cash', ...between(place, place, country) });
  };
  for (let i = 0; i < 100; i++) wire(i, `C04-az-${i % 5}`, 'Phoenix', 'US', i * 0.95);
  for (let i = 0; i < 9; i++) wire(100 + i, `C04-az-${i % 2}`, 'Phoenix', 'US', CHANGE + 9 * i);
  for (let i = 0; i < 91; i++) {
    const node = i % 7;
    const day = node < 2 ? CHANGE + 5 + (i / 91) * 58 : CHANGE + (i / 91) * 95;
    const place = node < 2 ? 'Nevada' : node < 4 ? 'Texas' : 'Nogales';
    wire(109 + i, `C04-new-${node}`, place, node < 4 ? 'US' : 'MX', day);
  }
  return { transfers, operators: [...named('C04-az', 5), ...named('C04-new', 7)], payers: named('C04-family', 200) };
}

/** A remitter closes an office; the same customers use the next one. It settles each week and pays its clerks. */
export function officeMoves(): Story {
  const { transfers, pay } = openBook('USD', START);
  for (let i = 0; i < 200; i++) {
    const office = i < 100 ? 'C04-office-old' : 'C04-office-new';
    pay(`C04-customer-${i % 100}`, office, 300 + (i % 40), i * 0.95, {
      channel: 'value-transfer',
      ...between('Phoenix', 'Phoenix', 'US'),
    });
  }
  for (let week = 1; week < 28; week++) {
    const office = week < 14 ? 'C04-office-old' : 'C04-office-new';
    pay(office, 'C04-settlement', 1900, week * 7, { channel: 'wire', ...between('Phoenix', 'Denver', 'US') });
    for (const clerk of named('C04-clerk', 2)) {
      if (week % 4 === 0)
        pay(office, clerk, 1500, week * 7, { channel: 'wire', ...between('Phoenix', 'Phoenix', 'US') });
    }
  }
  const offices = ['C04-office-old', 'C04-office-new'];
  return { transfers, operators: [], payers: named('C04-customer', 100), licensed: offices };
}

export const DISPLACEMENT: GoldenCase = {
  id: 'C04',
  story: displacement(),
  twin: officeMoves(),
  traffic: { regime: 'national-banks', seed: 6, country: 'US', currency: 'USD', ...booksAround(START, 330) },
};

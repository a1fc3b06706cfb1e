import {
  between,
  chance,
  everySoOften,
  logNormal,
  pick,
  roundedMinor,
  toMinor,
  wholeBetween,
  zipfRank,
} from './draws.js';
import { REMITTANCE_COUNTRIES } from './geography.js';
import { type Stage } from './stage.js';

/** Rent, bills, cash, savings, money among friends and to family abroad: what a person pays beside shopping. */
export function spend(stage: Stage, person: number): void {
  const { random, people } = stage;
  if (people.life(person) === 'idle') {
    payFriends(stage, person);
    return;
  }
  if (people.rentPaid[person] === 0 && chance(random, 0.55)) payRent(stage, person);
  payBills(stage, person);
  if (chance(random, 0.5)) drawCash(stage, person);
  if (chance(random, 0.8)) payFriends(stage, person);
  if (chance(random, 0.09)) remit(stage, person);
}

function payRent(stage: Stage, person: number): void {
  const { random, sheet, clock, economy } = stage;
  const { landlords } = economy.around(person);
  const landlord = landlords[zipfRank(random, landlords.length)]!;
  const minor = roundedMinor(logNormal(random, 720, 0.35), 5);
  for (const day of clock.monthly(wholeBetween(random, 0, 4))) {
    sheet.add(clock.moment(day, random), person, landlord, minor, { channel: 'wire' });
  }
}

function payBills(stage: Stage, person: number): void {
  const { random, sheet, clock, economy } = stage;
  const { utilities } = economy.around(person);
  const minor = toMinor(logNormal(random, 75, 0.5));
  const utility = pick(random, utilities);
  for (const day of clock.monthly(wholeBetween(random, 1, 14))) {
    const bill = Math.max(100, Math.round(minor * between(random, 0.9, 1.1)));
    sheet.add(clock.officeMoment(day, random), person, utility, bill, { channel: 'wire' });
  }
}

function drawCash(stage: Stage, person: number): void {
  const { random, sheet, clock, economy, book } = stage;
  const times = wholeBetween(random, 1, 4);
  for (let i = 0; i < times; i++) {
    // Sometimes on a journey.
    const town = chance(random, 0.85) ? book.townOf(person) : stage.geography.townAt(random());
    const time = clock.moment(wholeBetween(random, 0, clock.days - 1), random);
    const minor = roundedMinor(logNormal(random, 90, 0.7), 10);
    sheet.add(time, person, economy.counter(town), minor, { channel: 'cash', from: town });
  }
}

/** Bills shared, gifts, things bought from each other: few partners, now and then one far away. */
function payFriends(stage: Stage, person: number): void {
  const { random, people, sheet, clock, book } = stage;
  const friends = people.crowd(wholeBetween(random, 1, 3), random, book.countryOf(person), 0.85);
  const times = wholeBetween(random, 1, 5);
  for (let i = 0; i < times; i++) {
    const friend = pick(random, friends);
    if (friend === person) continue;
    const amount = logNormal(random, 28, 1);
    const minor = chance(random, 0.6) ? roundedMinor(amount, 5) : toMinor(amount);
    const time = clock.moment(wholeBetween(random, 0, clock.days - 1), random);
    const back = chance(random, 0.35);
    sheet.add(time, back ? friend : person, back ? person : friend, minor, {
      channel: chance(random, 0.9) ? 'p2p' : 'wire',
    });
  }
}

/** 200 to 300 every one or two months to the same person abroad. */
function remit(stage: Stage, person: number): void {
  const { random, people, sheet, clock } = stage;
  const [kin] = people.crowd(1, random, pick(random, REMITTANCE_COUNTRIES), 0.98);
  if (kin === undefined || kin === person) return;
  const usual = between(random, 180, 320);
  const rhythm = wholeBetween(random, 28, 60);
  const channel = chance(random, 0.6) ? 'value-transfer' : 'wire';
  for (const day of everySoOften(clock.days, rhythm, wholeBetween(random, 0, 40))) {
    sheet.add(clock.moment(day, random), person, kin, roundedMinor(usual * between(random, 0.9, 1.1), 10), { channel });
  }
}

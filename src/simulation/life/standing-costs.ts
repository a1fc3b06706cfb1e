import { between, chance, logNormal, wholeBetween, zipfRank } from '../draws.js';
import { type PayeeKind } from '../payees.js';
import { personChannel } from '../regimes/person-channel.js';
import { type Everyday, handyMinor, monthlyDays, oddMinor, type Person, someMoment, timesFor } from './everyday.js';

const BILLERS: readonly PayeeKind[] = ['telecom', 'insurer', 'telecom', 'lender'];

/** Rent and bills: what goes out month after month to the same few. */
export function payStandingCosts(everyday: Everyday, person: Person): void {
  const { stage, habits } = everyday;
  const { random, people } = stage;
  if (!person.isMain) return;
  if (people.rentPaid[person.account] === 0 && chance(random, habits.rent)) payRent(everyday, person);
  for (let left = habits.bills * between(random, 0.5, 1.5); left > 0 && chance(random, left); left--) {
    if (chance(random, 0.8)) payBill(everyday, person);
    else topUpTelephone(everyday, person);
  }
  if (chance(random, 0.12 * Math.min(1, habits.bills))) payLoanBack(everyday, person);
}

/** To a firm, or to somebody nearby who lets a room. */
function payRent(everyday: Everyday, person: Person): void {
  const { stage, neighbours } = everyday;
  const { random, sheet, clock, economy } = stage;
  const { landlords } = economy.around(person.account);
  const privately = chance(random, 0.35);
  const landlord = privately ? neighbours.someone(person.account) : landlords[zipfRank(random, landlords.length)]!;
  const minor = handyMinor(person.income * between(random, 0.18, 0.4));
  const channel = privately ? personChannel(stage) : 'wire';
  for (const day of monthlyDays(everyday, person, wholeBetween(random, 0, 5))) {
    const late = chance(random, 0.1) ? wholeBetween(random, 1, 9) : 0;
    sheet.add(clock.moment(day + late, random), person.account, landlord, minor, { channel });
  }
}

function payBill(everyday: Everyday, person: Person): void {
  const { stage } = everyday;
  const { random, sheet, clock, economy, book } = stage;
  const { utilities } = economy.around(person.account);
  const kind = BILLERS[zipfRank(random, BILLERS.length)]!;
  const biller = chance(random, 0.5)
    ? utilities[zipfRank(random, utilities.length)]!
    : economy.payee(kind, book.countryOf(person.account), random);
  const usual = logNormal(random, 45, 0.6) * person.level;
  const fixed = chance(random, 0.5);
  for (const day of monthlyDays(everyday, person, wholeBetween(random, 0, 27))) {
    const minor = oddMinor(fixed ? usual : usual * between(random, 0.75, 1.3));
    sheet.add(clock.officeMoment(day, random), person.account, biller, minor, { channel: 'wire' });
  }
}

function topUpTelephone(everyday: Everyday, person: Person): void {
  const { stage } = everyday;
  const { random, sheet, economy, book } = stage;
  const telecom = economy.payee('telecom', book.countryOf(person.account), random);
  const times = timesFor(everyday, person, 2);
  for (let i = 0; i < times; i++) {
    const minor = handyMinor(between(random, 2, 12) * person.level);
    sheet.add(someMoment(everyday, person), person.account, telecom, minor, { channel: 'card' });
  }
}

/** A loan comes once and goes back in equal parts; of older loans only the parts are seen. */
function payLoanBack(everyday: Everyday, person: Person): void {
  const { stage } = everyday;
  const { random, sheet, clock, economy, book } = stage;
  const lender = economy.payee('lender', book.countryOf(person.account), random);
  const part = person.income * between(random, 0.05, 0.2);
  const days = monthlyDays(everyday, person, wholeBetween(random, 0, 27));
  const since = chance(random, 0.4) ? wholeBetween(random, 0, Math.max(0, days.length - 1)) : 0;
  if (since > 0) {
    const sum = handyMinor(part * between(random, 6, 30));
    sheet.add(clock.officeMoment(days[since]! - 20, random), lender, person.account, sum, { channel: 'wire' });
  }
  for (const day of days.slice(since)) {
    sheet.add(clock.officeMoment(day, random), person.account, lender, oddMinor(part), { channel: 'wire' });
  }
}

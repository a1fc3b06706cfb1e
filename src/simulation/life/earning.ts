import { between, chance, everySoOften, pick, wholeBetween, zipfRank } from '../draws.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../world-clock.js';
import { type Everyday, handyMinor, monthlyDays, oddMinor, type Person, someMoment, timesFor } from './everyday.js';
import { personChannel } from '../regimes/person-channel.js';
import { topUp } from './own-accounts.js';
import { keepTrade } from './small-trade.js';

/** What somebody lives on, as far as it comes to this account: many are fed from another account of the same holder. */
export function earn(everyday: Everyday, person: Person): void {
  const { stage, habits } = everyday;
  const { people, random, economy } = stage;
  if (people.wagePaid[person.account] === 1) return;
  if (!person.isMain) {
    if (chance(random, 0.4 * habits.wages)) topUp(everyday, person);
    return;
  }
  const life = people.life(person.account);
  const { employers, office } = economy.around(person.account);
  const employer = employers[zipfRank(random, employers.length)]!;
  const seen = chance(random, habits.wages);
  if (life === 'worker') {
    const uniform = random();
    if (uniform < habits.traders) keepTrade(everyday, person);
    else if (uniform < habits.traders + habits.oddJobs) workOddly(everyday, person);
    else if (seen) takeWages(everyday, person, chance(random, 0.25) ? shopOf(everyday, person) : employer);
    else if (chance(random, habits.wages)) topUp(everyday, person);
  } else if (life === 'pensioner' && seen) {
    const pension = oddMinor(between(random, 500, 1500) * person.level);
    for (const day of monthlyDays(everyday, person, 22 + (office % 7))) {
      stage.sheet.add(stage.clock.officeMoment(day, random), office, person.account, pension, { channel: 'wire' });
    }
  } else if (life === 'low-income' && seen)
    liveFromHandToMouth(everyday, person, chance(random, 0.5) ? office : employer);
  else if (life === 'student') study(everyday, person);
}

function shopOf({ neighbours }: Everyday, person: Person): number {
  return neighbours.shopFor(person.account);
}

/** An employer pays all its people in one rhythm, on one day, within the hour. */
function takeWages(everyday: Everyday, person: Person, employer: number): void {
  const { stage, habits } = everyday;
  const { random, sheet, clock } = stage;
  const kind = ((employer * 7919) % 1000) / 1000;
  const weekly = kind < habits.weekly;
  const fortnightly = !weekly && kind < habits.weekly + habits.fortnightly;
  const days = weekly
    ? everySoOften(clock.days, 7, employer % 7)
    : fortnightly
      ? everySoOften(clock.days, 14, employer % 14)
      : clock.monthly(employer % 3 === 0 ? 0 : 22 + (employer % 7));
  const part = weekly ? 0.23 : fortnightly ? 0.46 : 1;
  const byHour = chance(random, weekly ? 0.7 : 0.2);
  for (const day of days) {
    if (day < person.firstDay || day > person.lastDay) continue;
    const extra = byHour ? between(random, 0.8, 1.15) : chance(random, 0.06) ? between(random, 1.05, 1.6) : 1;
    const time = day * DAY_SECONDS + (8 + (employer % 6)) * HOUR_SECONDS + Math.floor(random() * 2400);
    sheet.add(time, employer, person.account, oddMinor(person.income * part * extra), { channel: 'wire' });
  }
}

/** Days and hours here and there, for neighbours and small firms. */
function workOddly(everyday: Everyday, person: Person): void {
  const { stage, neighbours } = everyday;
  const { random, sheet, economy } = stage;
  const firm = economy.shopFor(person.account, random);
  const times = timesFor(everyday, person, 4);
  for (let i = 0; i < times; i++) {
    const payer = chance(random, 0.35) ? firm : neighbours.someone(person.account);
    const minor = handyMinor((person.income / 22) * between(random, 0.3, 3));
    sheet.add(someMoment(everyday, person), payer, person.account, minor, { channel: personChannel(stage) });
  }
}

/** Relatives pay every month, fees go out twice a year; some have a small wage. */
function study(everyday: Everyday, person: Person): void {
  const { stage, neighbours, habits } = everyday;
  const { random, sheet, clock, economy, book } = stage;
  const parents = [neighbours.relativeOf(person.account, false), neighbours.relativeOf(person.account, false)];
  const allowance = handyMinor(between(random, 150, 700) * person.level);
  const channel = personChannel(stage);
  for (const day of monthlyDays(everyday, person, wholeBetween(random, 0, 6))) {
    sheet.add(clock.moment(day, random), pick(random, parents), person.account, allowance, { channel });
  }
  const fee = handyMinor(between(random, 200, 1800) * person.level);
  const university = economy.payee('university', book.countryOf(person.account), random);
  for (const day of monthlyDays(everyday, person, 9).filter((_, month) => month % 6 === 1)) {
    sheet.add(clock.officeMoment(day, random), person.account, university, fee, { channel: 'wire' });
  }
  if (chance(random, 0.3 * habits.wages)) {
    takeWages(everyday, { ...person, income: person.income * 0.3 }, shopOf(everyday, person));
  }
}

/** A low income comes once a month; rent, cash and purchases take nearly all of it within days. */
function liveFromHandToMouth(everyday: Everyday, person: Person, payer: number): void {
  const { stage } = everyday;
  const { random, sheet, clock, economy, people, book } = stage;
  const income = person.income * between(random, 0.3, 0.5);
  const { landlords } = economy.around(person.account);
  const landlord = landlords[zipfRank(random, landlords.length)]!;
  const rent = people.rentPaid[person.account] === 1 ? 0 : handyMinor(income * between(random, 0.3, 0.5));
  people.rentPaid[person.account] = 1;
  for (const day of monthlyDays(everyday, person, 22 + (payer % 7))) {
    const time = clock.officeMoment(day, random);
    const wage = oddMinor(income * between(random, 0.95, 1.05));
    sheet.add(time, payer, person.account, wage, { channel: 'wire' });
    if (rent > 0) sheet.add(time + 2 * HOUR_SECONDS, person.account, landlord, rent, { channel: 'wire' });
    const cash = handyMinor(((wage - rent) / 100) * between(random, 0.3, 0.9));
    const later = time + Math.floor(between(random, 1, 40) * HOUR_SECONDS);
    sheet.add(later, person.account, economy.counter(book.townOf(person.account)), cash, { channel: 'cash' });
  }
}

import { between, chance, logNormal, pick, roundedMinor, toMinor, wholeBetween, zipfRank } from './draws.js';
import { type Stage } from './stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from './world-clock.js';

/** What a person lives on through the period: wages, benefits, or parents. Low incomes are spent within two days. */
export function earn(stage: Stage, person: number): void {
  const { people, random, economy } = stage;
  if (people.wagePaid[person] === 1) return;
  const life = people.life(person);
  const { employers, office } = economy.around(person);
  if (life === 'worker') {
    const salary = logNormal(random, 2300, 0.35);
    receiveMonthly(stage, employers[zipfRank(random, employers.length)]!, person, salary, 0.01);
  } else if (life === 'pensioner') {
    receiveMonthly(stage, office, person, between(random, 750, 1700), 0);
  } else if (life === 'student') {
    study(stage, person);
  } else if (life === 'low-income') {
    const payer = chance(random, 0.5) ? office : employers[zipfRank(random, employers.length)]!;
    liveFromHandToMouth(stage, person, payer);
  }
}

function receiveMonthly(stage: Stage, payer: number, person: number, amount: number, spread: number): void {
  const { sheet, clock, random } = stage;
  // One payer pays everybody on the same day of the month.
  const minor = toMinor(amount);
  for (const day of clock.monthly(22 + (payer % 7))) {
    const extra = spread > 0 && chance(random, 0.15) ? toMinor(amount * spread * between(random, 1, 12)) : 0;
    sheet.add(clock.officeMoment(day, random), payer, person, minor + extra, { channel: 'wire' });
  }
}

/** Parents pay every month, tuition goes out twice; the rest is spent like anybody's. */
function study(stage: Stage, student: number): void {
  const { people, random, sheet, clock, economy } = stage;
  const parents = [people.anyone(random), people.anyone(random)].filter((parent) => parent !== student);
  const allowance = roundedMinor(between(random, 300, 800), 50);
  const around = wholeBetween(random, 0, 4);
  for (const day of clock.monthly(around)) {
    if (parents.length > 0) {
      sheet.add(clock.moment(day, random), pick(random, parents), student, allowance, { channel: 'wire' });
    }
  }
  const tuition = roundedMinor(between(random, 300, 1800), 10);
  for (const day of clock.monthly(9).filter((_, month) => month % 4 === 1)) {
    sheet.add(clock.officeMoment(day, random), student, economy.around(student).university, tuition, {
      channel: 'wire',
    });
  }
}

/** A low income comes once a month; rent, cash and purchases take nearly all of it within two days. */
function liveFromHandToMouth(stage: Stage, person: number, payer: number): void {
  const { people, random, sheet, clock, economy, book } = stage;
  const income = between(random, 700, 1250);
  const rent = people.rentPaid[person] === 1 ? 0 : toMinor(income * between(random, 0.35, 0.5));
  people.rentPaid[person] = 1;
  const { landlords } = economy.around(person);
  const landlord = landlords[zipfRank(random, landlords.length)]!;
  for (const day of clock.monthly(22 + (payer % 7))) {
    const wage = toMinor(income * between(random, 0.93, 1.07));
    const paid = clock.officeMoment(day, random);
    sheet.add(paid, payer, person, wage, { channel: 'wire' });
    if (rent > 0) sheet.add(paid + 2 * HOUR_SECONDS, person, landlord, rent, { channel: 'wire' });
    let left = wage - rent;
    const cash = Math.floor((left * between(random, 0.2, 0.5)) / 1000) * 1000;
    if (cash > 0) {
      const time = paid + Math.floor(between(random, 1, 30) * HOUR_SECONDS);
      sheet.add(time, person, economy.counter(book.townOf(person)), cash, { channel: 'cash' });
      left -= cash;
    }
    for (let purchase = 0; purchase < 3 && left > 1000; purchase++) {
      const minor = purchase === 2 ? Math.floor(left * 0.96) : Math.floor(left * between(random, 0.2, 0.6));
      left -= minor;
      const time = paid + Math.floor(between(random, 0.1, 1.9) * DAY_SECONDS);
      sheet.add(time, person, economy.shopFor(person, random), Math.max(100, minor), { channel: 'card' });
    }
  }
}

import { between, chance, wholeBetween } from '../draws.js';
import { type Everyday, handyMinor, monthlyDays, type Person, someMoment, timesFor } from './everyday.js';

/** Transfers among a person's own accounts: savings set aside and taken back, and an app fed from a bank elsewhere. */
export function moveOwnMoney(everyday: Everyday, person: Person): void {
  const { stage, habits } = everyday;
  if (person.isMain && chance(stage.random, habits.savings)) save(everyday, person);
  if (chance(stage.random, habits.topUps)) topUp(everyday, person);
}

function save(everyday: Everyday, person: Person): void {
  const { stage } = everyday;
  const { random, sheet, clock, book } = stage;
  const savings = book.open(book.townOf(person.account), 'person');
  const channel = book.bankOf(savings) === book.bankOf(person.account) ? 'internal' : 'wire';
  const usual = person.income * between(random, 0.03, 0.2);
  const standing = chance(random, 0.5);
  const days = standing
    ? monthlyDays(everyday, person, wholeBetween(random, 0, 27))
    : Array.from({ length: timesFor(everyday, person, 0.7) }, () =>
        Math.floor(between(random, person.firstDay, person.lastDay + 1)),
      );
  for (const day of days) {
    const minor = handyMinor(standing ? usual : usual * between(random, 0.5, 2.5));
    sheet.add(clock.moment(day, random), person.account, savings, minor, { channel });
  }
  const back = Math.floor(days.length * between(random, 0, 0.5));
  for (let i = 0; i < back; i++) {
    const minor = handyMinor(usual * between(random, 0.5, 4));
    sheet.add(someMoment(everyday, person), savings, person.account, minor, { channel });
  }
}

/** Money from a bank account that somebody keeps elsewhere; what is left over goes back now and then. */
export function topUp(everyday: Everyday, person: Person): void {
  const { stage } = everyday;
  const { random, sheet, book } = stage;
  const bank = book.open(book.townOf(person.account), 'firm');
  const usual = person.income * between(random, 0.03, 0.15);
  const times = timesFor(everyday, person, 2.5);
  for (let i = 0; i < times; i++) {
    const minor = handyMinor(usual * between(random, 0.5, 1.8));
    const out = chance(random, 0.15);
    const [from, to] = out ? [person.account, bank] : [bank, person.account];
    sheet.add(someMoment(everyday, person), from, to, minor, { channel: chance(random, 0.7) ? 'wire' : 'card' });
  }
}

import { chance, logNormal } from '../draws.js';
import { type Everyday, handyMinor, oddMinor, type Person, someMoment, timesFor } from './everyday.js';

/** Purchases and cash, as often as the account's pace has it. */
export function spend(everyday: Everyday, person: Person): void {
  const { habits } = everyday;
  const purchases = timesFor(everyday, person, habits.purchases);
  // Whoever buys often buys small things: about a third of an income is spent this way.
  const monthly = Math.max(1, habits.purchases * person.pace);
  const price = Math.min(90 * person.level, Math.max(6 * person.level, (person.income * 0.25) / monthly));
  for (let i = 0; i < purchases; i++) buy(everyday, person, price);
  const cash = timesFor(everyday, person, habits.cash);
  for (let i = 0; i < cash; i++) handleCash(everyday, person);
}

/** One purchase, of about the usual price. @returns whether the books show it */
export function buy({ stage, neighbours }: Everyday, person: Person, price: number): boolean {
  const { random, sheet, book, clock } = stage;
  const shop = neighbours.shopFor(person.account);
  const town = book.townOf(shop);
  const day = person.firstDay + Math.floor(random() * (person.lastDay - person.firstDay + 1));
  const time = clock.moment(day, random) + Math.floor(random() * 60);
  const minor = oddMinor(logNormal(random, price, 0.8));
  return sheet.isSeen(sheet.add(time, person.account, shop, minor, { channel: 'card', from: town, to: town }));
}

/** Cash is taken out where wages come by transfer, and brought in as well where they do not. */
function handleCash(everyday: Everyday, person: Person): void {
  const { stage, habits } = everyday;
  const { random, sheet, economy, book, geography } = stage;
  const home = book.townOf(person.account);
  const away = chance(random, 0.06) ? geography.townAt(random()) : home;
  const town = geography.townCountry[away] === geography.townCountry[home] ? away : home;
  const minor = handyMinor(logNormal(random, person.income * 0.05, 0.8));
  const counter = economy.counter(town);
  const comesIn = chance(random, habits.wages > 0.5 ? 0.12 : 0.5);
  const detail = { channel: 'cash', from: town, to: town } as const;
  const moment = someMoment(everyday, person);
  if (comesIn) sheet.add(moment, counter, person.account, minor, detail);
  else sheet.add(moment, person.account, counter, minor, detail);
}

import { between, chance, logNormal, pick, wholeBetween } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { type Everyday, handyMinor, oddMinor, type Person, someMoment, timesFor } from './everyday.js';

/**
 * Somebody who sells, mends, drives or cooks for the neighbourhood: many small takings from people nearby, some of them
 * every week, takings in cash banked now and then; stock from one or two suppliers, a helper, a stall or licence.
 */
export function keepTrade(everyday: Everyday, person: Person): void {
  const { stage, neighbours } = everyday;
  const { random, sheet, economy, book, regime } = stage;
  const trader = person.account;
  const sales = Math.min(2500, timesFor(everyday, person, logNormal(random, 9, 0.8)));
  const price = between(random, 4, 45) * person.level;
  const steady = neighbours.friendsOf(trader);
  let taken = 0;
  for (let i = 0; i < sales; i++) {
    const buyer = chance(random, 0.5) ? pick(random, steady) : neighbours.someone(trader);
    const amount = logNormal(random, price, 0.6);
    const minor = chance(random, 0.5) ? handyMinor(amount) : oddMinor(amount);
    const channel = chance(random, 0.3) ? 'card' : personChannel(stage);
    if (sheet.add(someMoment(everyday, person), buyer, trader, minor, { channel }) >= 0) taken += minor;
  }
  const bankings = timesFor(everyday, person, 2.5 * regime.cashShare);
  for (let i = 0; i < bankings; i++) {
    const minor = handyMinor(price * between(random, 8, 40));
    const counter = economy.counter(book.townOf(trader));
    if (sheet.add(someMoment(everyday, person), counter, trader, minor, { channel: 'cash' }) >= 0) taken += minor;
  }
  if (taken === 0) return;
  const suppliers = economy.around(trader).wholesalers.slice(0, wholeBetween(random, 1, 3));
  const orders = Math.max(1, timesFor(everyday, { ...person, pace: 1 }, between(random, 1, 4)));
  const stock = (taken / 100 / orders) * between(random, 0.4, 0.7);
  for (let i = 0; i < orders; i++) {
    const minor = oddMinor(stock * between(random, 0.6, 1.4));
    sheet.add(someMoment(everyday, person), trader, pick(random, suppliers), minor, { channel: 'wire' });
  }
  if (chance(random, 0.25)) employHelper(everyday, person, taken);
}

function employHelper(everyday: Everyday, person: Person, taken: number): void {
  const { stage, neighbours } = everyday;
  const helper = neighbours.someone(person.account);
  const weeks = Math.floor((person.lastDay - person.firstDay) / 7);
  const pay = handyMinor(((taken / 100) * 0.15) / Math.max(1, weeks));
  for (let week = 0; week < weeks; week++) {
    const time = stage.clock.moment(person.firstDay + week * 7 + 5, stage.random);
    stage.sheet.add(time, person.account, helper, pay, { channel: personChannel(stage) });
  }
}

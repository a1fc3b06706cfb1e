import { between, chance, logNormal, pick, wholeBetween } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { DAY_SECONDS } from '../world-clock.js';
import { type Everyday, handyMinor, oddMinor, type Person, someMoment, timesFor } from './everyday.js';

/** Money among people who know each other: shared bills with pay-backs, gifts, loans, whip-rounds. */
export function payFriends(everyday: Everyday, person: Person): void {
  const { stage, habits, neighbours } = everyday;
  const { random } = stage;
  const times = timesFor(everyday, person, habits.friends);
  if (times === 0) return;
  const friends = neighbours.friendsOf(person.account);
  for (let i = 0; i < times; i++) {
    const friend = chance(random, habits.strangers) ? neighbours.stranger(person.account) : pick(random, friends);
    shareBill(everyday, person, friend);
  }
  if (chance(random, Math.min(0.3, habits.friends * 0.08))) lend(everyday, person, pick(random, friends));
  if (chance(random, Math.min(0.12, habits.friends * 0.04))) collect(everyday, person);
}

/** One pays for both, the other pays back within days; or a gift, which nobody pays back. */
export function shareBill(everyday: Everyday, person: Person, friend: number): boolean {
  const { stage } = everyday;
  const { random, sheet } = stage;
  const amount = Math.min(person.income * 0.3, logNormal(random, 17 * person.level, 0.9));
  const minor = chance(random, 0.6) ? handyMinor(amount) : oddMinor(amount);
  const time = someMoment(everyday, person);
  const channel = personChannel(stage);
  const mine = chance(random, 0.55);
  const [from, to] = mine ? [person.account, friend] : [friend, person.account];
  const seen = sheet.isSeen(sheet.add(time, from, to, minor, { channel }));
  if (chance(random, 0.12)) {
    const back = chance(random, 0.6) ? minor : handyMinor(amount * between(random, 0.5, 1.5));
    sheet.add(time + Math.floor(between(random, 0.1, 12) * DAY_SECONDS), to, from, back, { channel });
  }
  return seen;
}

/** A loan without a bank: once out, back in one to five parts, now and then not all of it. */
function lend(everyday: Everyday, person: Person, friend: number): void {
  const { stage } = everyday;
  const { random, sheet } = stage;
  const sum = person.income * between(random, 0.1, 1.1);
  const channel = personChannel(stage);
  const time = someMoment(everyday, person);
  sheet.add(time, person.account, friend, handyMinor(sum), { channel });
  const parts = wholeBetween(random, 1, 5);
  let due = time;
  for (let part = 0; part < parts && chance(random, 0.93); part++) {
    due += Math.floor(between(random, 8, 45) * DAY_SECONDS);
    sheet.add(due, friend, person.account, handyMinor(sum / parts), { channel });
  }
}

/** Some people give small sums to one of them, who buys the present. */
function collect(everyday: Everyday, person: Person): void {
  const { stage, neighbours } = everyday;
  const { random, sheet } = stage;
  const time = someMoment(everyday, person);
  const gift = handyMinor(between(random, 4, 18) * person.level);
  const channel = personChannel(stage);
  const givers = new Set(Array.from({ length: wholeBetween(random, 4, 14) }, () => neighbours.someone(person.account)));
  for (const giver of givers) {
    const when = time + Math.floor(between(random, 0, 4) * DAY_SECONDS);
    sheet.add(when, giver, person.account, chance(random, 0.75) ? gift : gift * 2, { channel });
  }
  const shop = neighbours.shopFor(person.account);
  sheet.add(time + 5 * DAY_SECONDS, person.account, shop, gift * givers.size, { channel: 'card' });
}

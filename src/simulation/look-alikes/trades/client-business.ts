import { between, chance, logNormal, pick, roundedMinor, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';

/** A hall for weddings: families pay a deposit and, weeks later, a larger balance; suppliers, staff and rent go out. */
export function plantWeddingHall(stage: Stage): number[] {
  const { random, people, sheet, clock, economy, geography, scale, book } = stage;
  const hall = book.open(geography.townAt(random()));
  const code = book.countryOf(hall);
  const local = economy.around(hall);
  const staff = people.crowd(2, random, code, 1);
  const parties = people.crowd(Math.ceil(6 + scale * between(random, 8, 30)), random, code);
  let income = 0;
  for (const family of parties) {
    const price = logNormal(random, 5200, 0.35);
    const share = between(random, 0.2, 0.45);
    const day = wholeBetween(random, 0, clock.days - 8);
    const channel = chance(random, 0.5) ? 'wire' : chance(random, 0.6) ? 'card' : 'cash';
    const deposit = roundedMinor(price * share, 50);
    const balance = roundedMinor(price * (1 - share), 10);
    sheet.add(clock.moment(day, random), family, hall, deposit, { channel });
    const later = clock.moment(day + wholeBetween(random, 7, 44), random);
    if (sheet.add(later, family, hall, balance, { channel }) >= 0) income += balance;
    income += deposit;
  }
  const months = clock.monthly(18);
  for (const day of months) {
    const send = (target: number, part: number): void => {
      const minor = Math.max(1000, Math.floor((income / months.length) * part));
      const time = clock.officeMoment(day + wholeBetween(random, 0, 9), random);
      sheet.add(time, hall, target, minor, { channel: 'wire' });
    };
    for (const supplier of local.wholesalers.slice(0, 2)) send(supplier, 0.18);
    for (const member of staff) send(member, 0.12);
    send(pick(random, local.landlords), 0.12);
    send(local.office, 0.08);
  }
  return [hall];
}

/** A lawyer's client account: each sum waits some weeks and goes on, nearly whole, to that client's own counterpart. */
export function plantClientAccount(stage: Stage): number[] {
  const { random, people, sheet, clock, geography, scale, book } = stage;
  const office = book.open(geography.townAt(random()));
  const own = book.open(book.townOf(office));
  const code = book.countryOf(office);
  const clients = people.crowd(Math.ceil(5 + scale * between(random, 6, 25)), random, code, 0.7);
  for (const client of clients) {
    const sum = roundedMinor(logNormal(random, 9000, 0.7), 100);
    const fee = Math.floor(sum * between(random, 0.01, 0.03));
    const day = wholeBetween(random, 0, clock.days - 10);
    const counterpart = people.anyone(random);
    const time = clock.officeMoment(day, random);
    if (sheet.add(time, client, office, sum, { channel: chance(random, 0.9) ? 'wire' : 'cheque' }) < 0) continue;
    if (counterpart === client) continue;
    const released = clock.officeMoment(day + wholeBetween(random, 4, 50), random);
    if (sheet.add(released, office, counterpart, sum - fee, { channel: 'wire' }) < 0) continue;
    sheet.add(released + 300, office, own, fee, { channel: 'internal' });
  }
  return [office, own];
}

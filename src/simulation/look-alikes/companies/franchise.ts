import { between, chance, everySoOften, logNormal, pick, toMinor, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';

/**
 * Shops of one chain in many towns: card payments and banked takings in, about three quarters to head office every week,
 * wages and rent out. Head office pays suppliers, staff and tax.
 */
export function plantFranchise(stage: Stage): number[] {
  const { random, people, sheet, clock, economy, geography, scale, book } = stage;
  const town = geography.townAt(random());
  const code = geography.townCountry[town]!;
  const head = book.open(town);
  const towns = geography.townsOf(code);
  const shopCount = scale < 0.5 ? wholeBetween(random, 3, 4) : wholeBetween(random, 5, 20);
  const shops = Array.from({ length: shopCount }, () => book.open(pick(random, towns)));
  const local = economy.around(head);
  const week = scale < 0.5 ? 14 : 7;
  let passed = 0;
  for (const shop of shops) {
    const rent = toMinor(logNormal(random, 1500, 0.3));
    const takings = logNormal(random, 2600, 0.4) * (week / 7);
    const staff = people.crowd(wholeBetween(random, 1, scale < 0.5 ? 1 : 3), random, code, 1);
    const customers = people.crowd(wholeBetween(random, 20, 60), random, code, 0.9);
    const landlord = pick(random, local.landlords);
    for (const day of everySoOften(clock.days, week, wholeBetween(random, 0, 6))) {
      const cash = toMinor(takings * between(random, 0.3, 0.6));
      sheet.add(clock.officeMoment(day, random), economy.counter(book.townOf(shop)), shop, cash, { channel: 'cash' });
      const sales = Math.ceil(scale * between(random, 2, 9));
      for (let i = 0; i < sales; i++) {
        const time = clock.moment(day - wholeBetween(random, 0, 6), random);
        const minor = toMinor(logNormal(random, 38, 0.6));
        sheet.add(time, pick(random, customers), shop, minor, { channel: 'card', to: book.townOf(shop) });
      }
      const share = Math.floor(toMinor(takings) * between(random, 0.7, 0.8));
      if (sheet.add(clock.officeMoment(day + 1, random), shop, head, share, { channel: 'wire' }) >= 0) passed += share;
    }
    for (const day of clock.monthly(27)) {
      const time = clock.officeMoment(day, random);
      sheet.add(time, shop, landlord, rent, { channel: 'wire' });
      for (const member of staff) {
        sheet.add(time + 60, shop, member, toMinor(logNormal(random, 1300, 0.1)), { channel: 'wire' });
      }
    }
  }
  const months = clock.monthly(10);
  for (const day of months) {
    const send = (target: number, share: number): void => {
      const minor = Math.floor((passed / months.length) * share);
      sheet.add(clock.officeMoment(day + wholeBetween(random, 0, 6), random), head, target, minor, { channel: 'wire' });
    };
    for (const supplier of local.wholesalers.slice(0, 3)) send(supplier, 0.5 / Math.min(3, local.wholesalers.length));
    if (chance(random, 0.9)) send(local.office, 0.12);
    send(pick(random, local.landlords), 0.04);
  }
  return [head, ...shops];
}

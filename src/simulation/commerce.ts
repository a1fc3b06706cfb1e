import { between, chance, everySoOften, logNormal, pick, toMinor, wholeBetween } from './draws.js';
import { type Stage } from './stage.js';

/** Business of one country: shops bank their takings and pay suppliers and rent, employers are paid by their customers. */
export function trade(stage: Stage, code: string, room: number): void {
  const { random, sheet, clock, economy, book } = stage;
  const { shops, employers, wholesalers, landlords, office } = economy.in(code);
  const limit = sheet.seenCount + room;
  const full = (): boolean => sheet.seenCount >= limit;
  for (const shop of shops) {
    if (full()) return;
    const turnover = logNormal(random, 3000, 0.8);
    const supplier = pick(random, wholesalers);
    const landlord = pick(random, landlords);
    if (chance(random, 0.4)) {
      for (const day of everySoOften(clock.days, 14, wholeBetween(random, 0, 13))) {
        const takings = toMinor(turnover * between(random, 0.1, 0.3));
        const town = book.townOf(shop);
        sheet.add(clock.officeMoment(day, random), economy.counter(town), shop, takings, { channel: 'cash' });
      }
    }
    for (const day of clock.monthly(wholeBetween(random, 1, 26))) {
      const stock = toMinor(turnover * between(random, 0.3, 0.6));
      sheet.add(clock.officeMoment(day, random), shop, supplier, stock, {
        channel: chance(random, 0.9) ? 'wire' : 'cheque',
      });
      if (chance(random, 0.5)) {
        sheet.add(clock.officeMoment(day, random), shop, landlord, toMinor(turnover * 0.12), { channel: 'wire' });
      }
    }
  }
  for (const business of [...employers, ...wholesalers, ...landlords]) {
    for (const day of clock.monthly(wholeBetween(random, 3, 24))) {
      if (full()) return;
      const time = clock.officeMoment(day, random);
      const minor = toMinor(logNormal(random, 9000, 0.9));
      sheet.add(time, pick(random, employers.length > 1 ? employers : wholesalers), business, minor, {
        channel: 'wire',
      });
      if (chance(random, 0.3)) sheet.add(time, business, office, Math.floor(minor * 0.2), { channel: 'wire' });
    }
  }
}

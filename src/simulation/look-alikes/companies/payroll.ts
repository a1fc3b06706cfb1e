import { between, logNormal, pick, everySoOften, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';

/** A labour provider: a few clients pay invoices, and within days nearly all of it goes out as wages and payroll tax. */
export function plantPayroll(stage: Stage): number[] {
  const { random, people, sheet, clock, economy, geography, scale, book } = stage;
  const town = geography.townAt(random());
  const provider = book.open(town);
  const towns = geography.townsOf(geography.townCountry[town]!);
  const size = scale < 0.5 ? wholeBetween(random, 7, 9) : wholeBetween(random, 20, 60);
  const workers = people.castSeveral(size, towns, random);
  if (workers.length === 0) return [];
  const local = economy.around(provider);
  const clients = [...local.employers, ...local.wholesalers].slice(0, wholeBetween(random, 3, 6));
  const weekly = scale >= 0.5 && random() < 0.4;
  const paydays = weekly ? everySoOften(clock.days, 7, wholeBetween(random, 0, 6)) : clock.monthly(27);
  const wage = logNormal(random, weekly ? 430 : 1800, 0.12);
  const wages = workers.map((worker) => {
    people.wagePaid[worker] = 1;
    return wage * between(random, 0.8, 1.25);
  });
  for (const day of paydays) {
    let paid = 0;
    workers.forEach((worker, i) => {
      const minor = Math.round(wages[i]! * between(random, 0.85, 1.15) * 100);
      paid += minor;
      sheet.add(clock.officeMoment(day, random), provider, worker, minor, { channel: 'wire' });
    });
    for (const client of clients) {
      const invoice = Math.floor(((paid * 1.5) / clients.length) * between(random, 0.8, 1.2));
      const time = clock.officeMoment(day - wholeBetween(random, 1, 3), random);
      sheet.add(time, client, provider, invoice, { channel: 'wire' });
    }
    sheet.add(clock.officeMoment(day + 1, random), provider, local.office, Math.floor(paid * 0.35), {
      channel: 'wire',
    });
    const premises = pick(random, local.landlords);
    sheet.add(clock.officeMoment(day + 2, random), provider, premises, Math.floor(paid * 0.03), { channel: 'wire' });
  }
  return [provider];
}

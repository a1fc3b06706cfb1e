import { between, chance, logNormal, pick, roundedMinor, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';

/** A registered charity: many small donors from everywhere, some every month; suppliers, wages and grants to families go out. */
export function plantCharity(stage: Stage): number[] {
  const { random, people, sheet, clock, economy, geography, scale, book } = stage;
  const charity = book.open(geography.townAt(random()));
  const local = economy.around(charity);
  const code = book.countryOf(charity);
  let income = 0;
  for (const donor of people.crowd(Math.ceil(scale * between(random, 60, 260)), random, code, 0.7)) {
    const minor = roundedMinor(logNormal(random, 22, 0.8), 5);
    const channel = chance(random, 0.5) ? 'wire' : chance(random, 0.5) ? 'p2p' : 'card';
    const days = chance(random, 0.3)
      ? clock.monthly(wholeBetween(random, 0, 27))
      : [wholeBetween(random, 0, clock.days - 1)];
    for (const day of days) {
      sheet.add(clock.moment(day, random), donor, charity, minor, { channel });
      income += minor;
    }
  }
  const monthlyIncome = income / clock.monthStarts.length;
  const staff = people.crowd(wholeBetween(random, 1, 3), random, code, 1);
  for (const day of clock.monthly(20)) {
    const send = (target: number, share: number): void => {
      const minor = Math.max(2000, Math.floor(monthlyIncome * share));
      sheet.add(clock.officeMoment(day + wholeBetween(random, 0, 9), random), charity, target, minor, {
        channel: 'wire',
      });
    };
    send(pick(random, local.wholesalers), between(random, 0.2, 0.4));
    for (const member of staff) send(member, 0.25 / staff.length);
    const grants = people.crowd(wholeBetween(random, 2, 5), random, code, 0.6);
    for (const family of grants) send(family, between(random, 0.2, 0.35) / grants.length);
  }
  return [charity];
}

/** A collection for a funeral, an operation or bail: one burst of gifts, one of them far larger, nearly all out to one bill. */
export function plantCrowdfunding(stage: Stage): number[] {
  const { random, people, sheet, clock, economy, geography, scale } = stage;
  const organiser = people.cast(geography.townAt(random()));
  if (organiser < 0) return [];
  const firstDay = wholeBetween(random, 5, clock.days - 45);
  const donors = people.crowd(
    Math.ceil(10 + scale * between(random, 20, 110)),
    random,
    stage.book.countryOf(organiser),
  );
  let income = 0;
  donors.forEach((donor, i) => {
    const gift = i === 0 ? between(random, 400, 1500) : logNormal(random, 35, 0.7);
    const minor = roundedMinor(gift, 5);
    const day = firstDay + Math.floor(22 * Math.pow(random(), 2));
    const channel = chance(random, 0.85) ? 'p2p' : chance(random, 0.5) ? 'cash' : 'wire';
    sheet.add(clock.moment(day, random), donor, organiser, minor, { channel });
    income += minor;
  });
  // Hospitals, courts and undertakers are offices and businesses that others pay as well.
  const local = economy.around(organiser);
  const biller = chance(random, 0.5) ? local.office : pick(random, local.shops);
  const bills = wholeBetween(random, 1, 3);
  for (let i = 0; i < bills; i++) {
    const time = (firstDay + 23 + i * 2) * DAY_SECONDS + wholeBetween(random, 9, 17) * 3600;
    const minor = Math.floor((income * between(random, 0.78, 0.98)) / bills);
    sheet.add(time, organiser, biller, minor, { channel: 'wire' });
  }
  return [organiser];
}

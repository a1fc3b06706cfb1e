import { between, chance, logNormal, pick, roundedMinor, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';

/** A private landlord: many tenants pay nearly the same rent every month; mortgage, tax, repairs and heating go out at once. */
export function plantLandlord(stage: Stage): number[] {
  const { random, people, sheet, clock, economy, geography, scale, book } = stage;
  const town = geography.townAt(random());
  const landlord = people.cast(town);
  const size = scale < 0.5 ? wholeBetween(random, 6, 8) : wholeBetween(random, 8, 30);
  const tenants = people.castSeveral(size, [town], random);
  if (landlord < 0 || tenants.length === 0) return [];
  const rent = roundedMinor(logNormal(random, 680, 0.25), 5);
  const local = economy.around(landlord);
  const lender = pick(random, local.utilities);
  const repairs = pick(random, local.shops);
  const income = rent * tenants.length;
  const mortgage = Math.floor(income * between(random, 0.35, 0.65));
  for (const tenant of tenants) {
    people.rentPaid[tenant] = 1;
    const own = chance(random, 0.8) ? rent : rent + wholeBetween(random, -1, 1) * 500;
    const punctual = wholeBetween(random, 0, 3);
    for (const day of clock.monthly(punctual)) {
      const late = chance(random, 0.08) ? wholeBetween(random, 1, 5) : 0;
      const channel = chance(random, 0.12) ? 'cash' : 'wire';
      sheet.add(clock.moment(day + late, random), tenant, landlord, own, { channel });
    }
  }
  for (const day of clock.monthly(5)) {
    sheet.add(clock.officeMoment(day, random), landlord, lender, mortgage, { channel: 'wire' });
    const heating = Math.floor(income * between(random, 0.05, 0.1));
    sheet.add(clock.officeMoment(day + 2, random), landlord, pick(random, local.utilities), heating, {
      channel: 'wire',
    });
    if (chance(random, 0.5)) {
      const bill = Math.floor(income * between(random, 0.02, 0.2));
      sheet.add(clock.officeMoment(day + wholeBetween(random, 3, 18), random), landlord, repairs, bill, {
        channel: 'wire',
      });
    }
    if (day % 90 < 31) {
      const time = clock.officeMoment(day + 8, random);
      sheet.add(time, landlord, local.office, Math.floor(income * 0.12), { channel: 'wire' });
    }
  }
  const spare = Math.floor(income * 0.1);
  sheet.add(60 * DAY_SECONDS + book.townOf(landlord) * 60, landlord, people.anyone(random), spare, { channel: 'p2p' });
  return [landlord];
}

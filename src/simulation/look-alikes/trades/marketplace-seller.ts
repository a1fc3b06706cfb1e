import { between, chance, logNormal, pick, toMinor, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';

/** Somebody who sells things over the internet: strangers from many towns pay person to person; parcels and stock go out. */
export function plantMarketplaceSeller(stage: Stage): number[] {
  const { random, people, sheet, clock, economy, geography, scale } = stage;
  const seller = people.cast(geography.townAt(random()));
  if (seller < 0) return [];
  const local = economy.around(seller);
  const post = pick(random, local.utilities);
  const supplier = pick(random, local.wholesalers);
  const buyers = people.crowd(Math.ceil(8 + scale * between(random, 10, 70)), random, stage.book.countryOf(seller));
  let held = 0;
  for (const buyer of buyers) {
    if (buyer === seller) continue;
    const minor = toMinor(logNormal(random, 45, 0.8));
    const time = clock.moment(wholeBetween(random, 0, clock.days - 3), random);
    sheet.add(time, buyer, seller, minor, { channel: chance(random, 0.9) ? 'p2p' : 'wire' });
    held += minor;
    if (chance(random, 0.6))
      sheet.add(time + DAY_SECONDS, seller, post, wholeBetween(random, 499, 1899), { channel: 'card' });
  }
  for (const day of clock.monthly(wholeBetween(random, 2, 20))) {
    const minor = Math.floor((held / clock.monthStarts.length) * between(random, 0.3, 0.7));
    sheet.add(clock.officeMoment(day, random), seller, supplier, Math.max(1000, minor), { channel: 'wire' });
  }
  return [seller];
}

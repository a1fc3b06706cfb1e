import { between, chance, pick, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../../world-clock.js';

const CONTRIBUTIONS = [50, 100, 100, 150, 200, 250, 300, 500];

/**
 * A rotating savings club: members pay equal sums to an organiser every round, and the whole pot goes to one of them,
 * each once. The organiser's account empties within a day of every round, like a funnel account.
 */
export function plantSavingsClub(stage: Stage): number[] {
  const { random, people, sheet, clock, geography, scale } = stage;
  const home = geography.townAt(random());
  const nearby = geography.townsOf(geography.townCountry[home]!);
  const towns = [home, home, home, pick(random, nearby), pick(random, nearby)];
  const size = scale < 0.5 ? wholeBetween(random, 7, 9) : wholeBetween(random, 8, 16);
  const members = people.castSeveral(size, towns, random);
  const [organiser] = members;
  if (organiser === undefined || members.length < 4) return [];
  const rhythm = pick(random, [7, 14, 14, Math.floor((clock.days - 10) / size)]);
  const contribution = pick(random, CONTRIBUTIONS) * 100;
  const byCash = chance(random, 0.3);
  let day = wholeBetween(random, 1, 8);
  for (const receiver of members) {
    let last = 0;
    for (const member of members) {
      if (member === organiser) continue;
      const time = clock.moment(day + wholeBetween(random, -1, 1), random);
      const channel = byCash && chance(random, 0.7) ? 'cash' : 'p2p';
      sheet.add(time, member, organiser, contribution, { channel });
      last = Math.max(last, time);
    }
    if (receiver !== organiser) {
      const time = Math.max(last, (day + 1) * DAY_SECONDS) + Math.floor(between(random, 1, 20) * HOUR_SECONDS);
      sheet.add(time, organiser, receiver, contribution * members.length, { channel: 'p2p' });
    }
    day += rhythm;
  }
  return members;
}

import { between, chance, wholeBetween } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { type Everyday, handyMinor, type Person } from './everyday.js';

/** Help for one to three relatives elsewhere: a usual sum every few weeks, more when something is needed there. */
export function helpRelatives(everyday: Everyday, person: Person): void {
  const { stage, habits, neighbours } = everyday;
  const { random, sheet, clock } = stage;
  if (!chance(random, habits.relatives)) return;
  const count = chance(random, 0.6) ? 1 : wholeBetween(random, 2, 3);
  for (let i = 0; i < count; i++) {
    const abroad = chance(random, habits.abroad);
    const relative = neighbours.relativeOf(person.account, abroad);
    const usual = person.income * between(random, 0.04, 0.16);
    const rhythm = between(random, 14, 75) / Math.max(0.4, Math.min(2, person.pace));
    const channel = abroad && chance(random, 0.5) ? 'value-transfer' : personChannel(stage);
    const once = !person.isMain || chance(random, 0.25);
    let day = person.firstDay + Math.floor(random() * Math.min(rhythm, person.lastDay - person.firstDay + 1));
    while (day <= person.lastDay) {
      const urgent = chance(random, 0.07) ? between(random, 2, 7) : between(random, 0.7, 1.3);
      sheet.add(clock.moment(day, random), person.account, relative, handyMinor(usual * urgent), { channel });
      if (once) break;
      day += Math.max(1, Math.round(rhythm * between(random, 0.6, 1.4)));
    }
  }
}

import { between, pick, wholeBetween } from '../draws.js';
import { type Stage } from '../stage.js';
import { type Operator } from './operator.js';
import { type Departure } from './pay-fees.js';
import { type Due } from './spend-proceeds.js';

/** What drivers, hosts, boats, tickets and papers cost: about half of the fees, paid around departures (S28). */
export function journeyDues(
  stage: Stage,
  given: { readonly departures: readonly Departure[]; readonly services: readonly Operator[] },
): Due[] {
  const { random } = stage;
  const { departures, services } = given;
  if (services.length === 0) return [];
  const groups = new Map<number, number>();
  for (const { day, feeMinor } of departures) {
    const start = Math.floor(day / 4);
    groups.set(start, (groups.get(start) ?? 0) + feeMinor);
  }
  const dues: Due[] = [];
  for (const [start, total] of groups) {
    const hired = wholeBetween(random, 1, Math.min(3, services.length));
    for (let i = 0; i < hired; i++) {
      const minor = Math.round((total * between(random, 0.2, 0.6)) / hired / 1000) * 1000;
      const day = start * 4 + Math.floor(between(random, -3, 10));
      if (minor >= 2000) dues.push({ day, to: pick(random, services).account, minor });
    }
  }
  return dues;
}

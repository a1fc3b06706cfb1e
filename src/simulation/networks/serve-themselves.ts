import { between, pick } from '../draws.js';
import { type BroadPlan, holderAt } from './broad-plan.js';
import { journeyDues } from './journey-dues.js';
import { type MoneyTrail } from './money-trail.js';
import { type NetworkScene } from './network-scene.js';
import { ownOutlets } from './onward-business.js';
import { type Departure } from './pay-fees.js';
import { spendProceeds } from './spend-proceeds.js';
import { ownRhythm } from './spending-rhythm.js';

/**
 * Collectors pay for the journey themselves and use the rest. Where there is a coordinator, a part goes there; in a
 * flat network each evens out with one other.
 */
export function serveThemselves(
  scene: NetworkScene,
  plan: BroadPlan,
  trail: MoneyTrail,
  departures: readonly Departure[],
): void {
  const { stage } = scene;
  const { random } = stage;
  const { collectors, coordinators, services } = plan.cast;
  collectors.forEach((slot, position) => {
    const own = departures.filter((_, family) => family % collectors.length === position);
    const peer = collectors[(position + 1) % collectors.length]!;
    for (const holder of slot) {
      const turn = own.filter(({ day }) => slot.length === 1 || holderAt(plan, slot, day) === holder);
      const outlets = ownOutlets(scene, plan, holder);
      if (coordinators.length > 0) {
        const head = pick(random, coordinators).account;
        outlets.push({ to: () => head, share: between(random, 0.15, 0.35) });
      } else if (peer !== slot && plan.habits.topology === 'flat') {
        const other = holderAt(plan, peer, plan.lastDay).account;
        outlets.push({ to: () => other, share: between(random, 0.1, 0.4), often: 0.3 });
      }
      const dues = journeyDues(stage, { departures: turn, services });
      spendProceeds(stage, trail, holder, { dues, outlets, everyDays: ownRhythm(holder) });
    }
  });
}

import { between, chance, pick } from '../draws.js';
import { type BroadPlan } from './broad-plan.js';
import { acquaintance, type NetworkScene } from './network-scene.js';
import { type Operator } from './operator.js';
import { type Outlet } from './spend-proceeds.js';

/** Where a head's money goes on: settlement and launderer if there are any; cars, property, cash, somebody abroad. */
export function headOutlets(scene: NetworkScene, plan: BroadPlan, head: Operator): Outlet[] {
  const { random, economy, book } = scene.stage;
  const { settlement, launderer } = plan.cast;
  const code = book.countryOf(head.account);
  const outlets: Outlet[] = [];
  const add = (to: () => number, share: number, often = 1): void => {
    outlets.push({ to, share, often });
  };
  if (settlement.length > 0) {
    const node = pick(random, settlement).account;
    add(() => node, between(random, 0.2, 0.35));
  }
  if (launderer.length > 0) {
    const cells = plan.habits.topology === 'cells';
    add(() => launderer[0]!.account, cells ? 0.5 : between(random, 0.2, 0.4));
  }
  if (chance(random, 0.5)) add(() => economy.payee('car-dealer', code, random), between(random, 0.1, 0.4), 0.15);
  if (chance(random, 0.4)) add(() => economy.payee('notary', code, random), between(random, 0.2, 0.5), 0.15);
  if (chance(random, 0.6)) {
    const counter = economy.counter(chance(random, 0.6) ? book.townOf(head.account) : head.cashTown);
    outlets.push({ to: () => counter, share: between(random, 0.05, 0.15), often: 0.6, channel: 'cash' });
  }
  const abroad = book.geography.townCountry[pick(random, plan.way.abroadTowns)]!;
  const partner = chance(random, 0.5) ? acquaintance(scene, abroad) : undefined;
  if (partner !== undefined) add(() => partner, between(random, 0.05, 0.2), 0.5);
  return outlets;
}

/** What a collector who serves families alone does with the rest: mostly cash where there is no receiver in common. */
export function ownOutlets(scene: NetworkScene, plan: BroadPlan, holder: Operator): Outlet[] {
  const { random, economy, geography } = scene.stage;
  if (plan.habits.topology === 'counter-cash') {
    const near = geography.townsOf(geography.townCountry[holder.cashTown]!);
    const towns = [holder.cashTown, holder.cashTown, pick(random, near)];
    const counter = (): number => economy.counter(pick(random, towns));
    return [{ to: counter, share: between(random, 0.75, 0.95), channel: 'cash' }];
  }
  // Most know nobody but those who do the work.
  const alone = { ...plan, cast: { ...plan.cast, launderer: chance(random, 0.3) ? plan.cast.launderer : [] } };
  return headOutlets(scene, alone, holder);
}

/** Where a launderer's or a settling node's money goes on: firms that many others pay too. */
export function firmOutlets(scene: NetworkScene, operator: Operator): Outlet[] {
  const { random, economy, book } = scene.stage;
  const code = book.countryOf(operator.account);
  const wholesaler = pick(random, economy.around(operator.account).wholesalers);
  const large = pick(random, ['car-dealer', 'notary'] as const);
  return [
    { to: () => economy.payee('importer', code, random), share: between(random, 0.3, 0.45) },
    { to: () => wholesaler, share: between(random, 0.2, 0.3) },
    { to: () => economy.payee(large, code, random), share: between(random, 0.1, 0.4), often: 0.3 },
  ];
}

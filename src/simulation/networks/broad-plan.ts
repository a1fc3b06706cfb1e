import { between, chance } from '../draws.js';
import { castFamilies, type Family } from './cast-families.js';
import { castOperators, type NetworkCast, type Slot } from './network-cast.js';
import { drawHabits, type NetworkHabits } from './network-habits.js';
import { type NetworkScene } from './network-scene.js';
import { drawWay, type NetworkWay } from './network-way.js';
import { type Operator } from './operator.js';

/** A network of the broader family, before any money moves. */
export interface BroadPlan {
  readonly habits: NetworkHabits;
  readonly way: NetworkWay;
  /** Code of the one currency in which the network counts. */
  readonly currency: number;
  /** Days between which families depart. */
  readonly firstDay: number;
  readonly lastDay: number;
  readonly cast: NetworkCast;
  readonly families: readonly Family[];
  /** Whether the longest holding time was asked for, so that it holds for everybody. */
  readonly holdFixed: boolean;
}

/** Most payers of a network, and the part of a world's people they may be: a world is not made of networks. */
const MOST_PAYERS = 400;
const MOST_OF_PEOPLE = 0.12;

/** Draws and casts a network; undefined if too few people are left for it. */
export function planBroadNetwork(scene: NetworkScene): BroadPlan | undefined {
  const { stage } = scene;
  const { random, people, clock, geography, disguise, stress } = stage;
  // A world holds plainer and harder networks around its own disguise.
  const hardness = Math.min(1, Math.max(0, disguise + between(random, -0.35, 0.35)));
  const mostPayers = Math.min(MOST_PAYERS, Math.floor(people.count * MOST_OF_PEOPLE));
  const habits = drawHabits(random, hardness, { mostPayers, used: scene.topologies, stress });
  const way = drawWay(stage);
  const cast = castOperators(scene, habits, way);
  const families = castFamilies(scene, habits, way);
  const takers = cast.collectors.length + cast.desks.length;
  const short = habits.topology === 'value-transfer-pair' ? cast.desks.length < 2 : takers === 0;
  if (short || families.length < 3) return undefined;
  scene.topologies.push(habits.topology);
  const brief = chance(random, 0.35);
  const length = brief ? between(random, 30, Math.min(75, clock.days * 0.7)) : clock.days * between(random, 0.5, 0.8);
  const firstDay = between(random, 0.02, 0.95) * (clock.days * 0.92 - length);
  const currency = geography.townCurrency[way.familyTowns[0]!]!;
  const holdFixed = stress.holdHours !== undefined;
  return { habits, way, currency, firstDay, lastDay: firstDay + length, cast, families, holdFixed };
}

/** Everybody on the operators' side, each once. */
export function operatorsOf({ cast }: BroadPlan): Operator[] {
  return [
    ...cast.collectors.flat(),
    ...cast.between.flat(2),
    ...cast.coordinators,
    ...cast.desks,
    ...cast.addresses,
    ...cast.settlement,
    ...cast.launderer,
    ...cast.services,
  ];
}

/** Who holds a slot on a day: accounts are exchanged for the next at even intervals. */
export function holderAt(plan: BroadPlan, slot: Slot, day: number): Operator {
  const turn = Math.floor(((day - plan.firstDay) / (plan.lastDay - plan.firstDay)) * slot.length);
  return slot[Math.min(slot.length - 1, Math.max(0, turn))]!;
}

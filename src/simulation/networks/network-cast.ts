import { chance, pick, wholeBetween } from '../draws.js';
import { type Stage } from '../stage.js';
import { type NetworkHabits } from './network-habits.js';
import { type NetworkScene } from './network-scene.js';
import { type NetworkWay } from './network-way.js';
import { type Operator } from './operator.js';
import { openFirm, type Part, recruit } from './recruit.js';

/** A place in a network that one account holds after another. */
export type Slot = readonly Operator[];

/** Who is who in a network. Rows and lists may be empty where the topology has no such part. */
export interface NetworkCast {
  readonly collectors: readonly Slot[];
  /** Rows between collectors and coordinator, nearest to the collectors first. */
  readonly between: readonly (readonly Slot[])[];
  readonly coordinators: readonly Operator[];
  /** Those who hold for others: of escrow, or the pair of a value transfer. */
  readonly desks: readonly Operator[];
  /** Deposit addresses at an exchange. */
  readonly addresses: readonly Operator[];
  /** Who evens out in bulk what a coordinator hands over. */
  readonly settlement: readonly Operator[];
  readonly launderer: readonly Operator[];
  readonly services: readonly Operator[];
}

const NOBODY: NetworkCast = {
  collectors: [],
  between: [],
  coordinators: [],
  desks: [],
  addresses: [],
  settlement: [],
  launderer: [],
  services: [],
};

/** Casts the operators' side of a network; empty lists where nobody was left. */
export function castOperators(scene: NetworkScene, habits: NetworkHabits, way: NetworkWay): NetworkCast {
  const { stage } = scene;
  const { random } = stage;
  const { topology } = habits;
  const part = (role: Part['role'], marginShare = 1, holdShare = 1): Part => ({
    role,
    towns: way.hubTowns,
    cashTowns: way.hubTowns,
    marginShare,
    holdShare,
  });
  // Accounts are lent where the families live as well as where the money is wanted.
  const taking: Part = { ...part('collector'), towns: chance(random, 0.6) ? way.familyTowns : way.hubTowns };
  const top: Part = { ...part('coordinator'), towns: habits.coordinatorAbroad ? way.abroadTowns : way.hubTowns };
  const heads = topology === 'cells' ? wholeBetween(random, 2, 4) : habits.payers > 40 && chance(random, 0.25) ? 2 : 1;
  const headless = topology === 'flat' || topology === 'counter-cash';
  const halfLed = topology === 'collector-per-leg' && chance(random, 0.4);
  const cast: NetworkCast = {
    ...NOBODY,
    collectors: slots(scene, habits, slotCount(stage, habits, way), taking),
    between: Array.from({ length: habits.rowsBetween }, (_, row) =>
      slots(scene, habits, Math.max(1, Math.ceil(habits.collectors / (3 + 2 * row))), part('mule', 0.5, 0.6)),
    ),
    coordinators: headless || halfLed ? [] : recruit(scene, habits, heads, top),
    services: castServices(scene, habits, part('journey-service')),
  };
  return { ...cast, ...castSpecialists(scene, habits, part, way) };
}

/** Collectors at the same time; a pair of value transfer and a desk of escrow need few or none. */
function slotCount(stage: Stage, habits: NetworkHabits, way: NetworkWay): number {
  const { topology, collectors } = habits;
  if (stage.stress.collectors !== undefined) return collectors;
  if (topology === 'value-transfer-pair') return chance(stage.random, 0.5) ? 0 : Math.min(collectors, 5);
  if (topology === 'collector-per-leg') return Math.max(collectors, way.corridor.legs.length);
  return topology === 'front-business' ? Math.min(collectors, 2) : collectors;
}

function slots(scene: NetworkScene, habits: NetworkHabits, count: number, part: Part): Slot[] {
  const exchanged = Math.round(habits.exchanged * count);
  const found: Slot[] = [];
  for (let slot = 0; slot < count; slot++) {
    const turns = slot < exchanged ? habits.generations : 1;
    const firm = habits.topology === 'front-business' && part.role === 'collector';
    const holders = firm ? [openFirm(scene.stage, habits, part)] : recruit(scene, habits, turns, part);
    if (holders.length > 0) found.push(holders);
  }
  return found;
}

function castServices(scene: NetworkScene, habits: NetworkHabits, part: Part): Operator[] {
  const persons = Math.ceil(habits.services * 0.6);
  const firms = Array.from({ length: habits.services - persons }, () => openFirm(scene.stage, habits, part));
  return [...recruit(scene, habits, persons, part), ...firms];
}

function castSpecialists(
  scene: NetworkScene,
  habits: NetworkHabits,
  part: (role: Part['role'], marginShare?: number, holdShare?: number) => Part,
  way: NetworkWay,
): Pick<NetworkCast, 'desks' | 'addresses' | 'settlement' | 'launderer'> {
  const { stage } = scene;
  const { random } = stage;
  const { topology } = habits;
  const desk = part('value-transfer', 0.5, 0.3);
  const near: Part = { ...desk, towns: way.familyTowns };
  const far: Part = { ...desk, towns: [pick(random, way.hubTowns)] };
  const pair = topology === 'value-transfer-pair';
  const escrow = topology === 'escrow-desk' ? recruit(scene, habits, chance(random, 0.25) ? 2 : 1, near) : [];
  const addresses = topology === 'crypto-off-ramp' ? wholeBetween(random, 1, 2) : 0;
  if (habits.usesLaunderer) scene.launderer ??= recruit(scene, habits, 1, part('mule', 1.5))[0];
  return {
    desks: pair ? [...recruit(scene, habits, 1, near), ...recruit(scene, habits, 1, far)] : escrow,
    addresses: Array.from({ length: addresses }, () => openFirm(stage, habits, part('mule', 0, 0.1))),
    settlement: habits.settles && !pair ? recruit(scene, habits, 1, desk) : [],
    launderer: habits.usesLaunderer && scene.launderer !== undefined ? [scene.launderer] : [],
  };
}

import { between, chance, pick } from '../draws.js';
import { type Stage } from '../stage.js';
import { type MemberRole } from '../truth.js';
import { weighted } from './leaning.js';
import { type NetworkHabits } from './network-habits.js';
import { type NetworkScene } from './network-scene.js';
import { type Livelihood, type Operator } from './operator.js';

/** What those who cast operators decide about them; habits of the network fill the rest. */
export interface Part {
  readonly role: MemberRole;
  readonly towns: readonly number[];
  readonly cashTowns: readonly number[];
  /** Share of the network's margin that this one keeps. Default 1. */
  readonly marginShare?: number;
  /** Share of the network's holding time. Default 1. */
  readonly holdShare?: number;
}

/** Who lends an account or a hand mostly has little (domain reference, section 7; shares [choice]). */
const LIVELIHOODS = [
  ['unemployed', 3],
  ['low-income', 3],
  ['student', 2],
  ['worker', 2],
  ['shop-owner', 1.5],
] as const;

/** Up to `count` persons without a story, taken out of ordinary life: what they live is written with the network. */
export function recruit(scene: NetworkScene, habits: NetworkHabits, count: number, part: Part): Operator[] {
  const { people, random } = scene.stage;
  const found: Operator[] = [];
  while (found.length < count && people.uncast > 0) {
    const account = people.cast(pick(random, part.towns));
    if (scene.known.has(account)) continue;
    people.setLife(account, 'none');
    found.push(asOperator(scene.stage, habits, { account, livelihood: weighted(random, LIVELIHOODS), part }));
  }
  return found;
}

/** A business opened for the purpose, in one of the towns. */
export function openFirm(stage: Stage, habits: NetworkHabits, part: Part): Operator {
  const account = stage.book.open(pick(stage.random, part.towns));
  return asOperator(stage, habits, { account, livelihood: 'firm', part });
}

function asOperator(
  stage: Stage,
  habits: NetworkHabits,
  given: { account: number; livelihood: Livelihood; part: Part },
): Operator {
  const { random } = stage;
  const { account, livelihood, part } = given;
  return {
    account,
    role: part.role,
    livelihood,
    kept: Math.min(0.2, habits.marginKept * (part.marginShare ?? 1) * between(random, 0.85, 1.15)),
    holdHours: habits.holdHours * (part.holdShare ?? 1),
    sweeps: habits.sweeps,
    rounds: habits.rounds,
    pieces: habits.pieces,
    cashShare: chance(random, 0.7) ? habits.cashShare : 0,
    cashTown: pick(random, part.cashTowns),
    livedIn: livelihood === 'firm' ? 0 : habits.livedIn,
  };
}

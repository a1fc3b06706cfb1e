import { createRandom } from '../../src/foundation/index.js';
import { AccountBook } from '../../src/simulation/account-book.js';
import { Economy } from '../../src/simulation/economy.js';
import { Geography } from '../../src/simulation/geography.js';
import { type BroadPlan } from '../../src/simulation/networks/broad-plan.js';
import { broadNetworks } from '../../src/simulation/networks/index.js';
import { type MoneyTrail } from '../../src/simulation/networks/money-trail.js';
import { People } from '../../src/simulation/people.js';
import { type PlantedNetwork } from '../../src/simulation/planted.js';
import { CLASSIC_REGIME } from '../../src/simulation/regimes/classic-regime.js';
import { NO_STRESS, type Stress } from '../../src/simulation/regimes/stress.js';
import { type Stage } from '../../src/simulation/stage.js';
import { TransferSheet } from '../../src/simulation/transfer-sheet.js';
import { WorldClock } from '../../src/simulation/world-clock.js';

export interface NetworkStageChoice {
  readonly seed: number;
  readonly disguise?: number;
  readonly stress?: Partial<Stress>;
  readonly networks?: number;
  readonly people?: number;
  readonly days?: number;
}

export interface StagedNetwork {
  readonly plan: BroadPlan;
  readonly trail: MoneyTrail;
  readonly planted: PlantedNetwork;
}

/** A stage on which nothing happens but networks; everything in the one unit of account. */
export function stageNetworks(choice: NetworkStageChoice): { stage: Stage; networks: StagedNetwork[] } {
  const { seed, disguise = 0.5, networks: count = 1, people: persons = 3000, days = 180 } = choice;
  const random = createRandom(seed);
  const geography = new Geography();
  const book = new AccountBook(geography);
  const people = new People(persons, book, random);
  const economy = new Economy(book, people, random);
  const clock = new WorldClock(Date.UTC(2024, 0, 1), days);
  const sheet = new TransferSheet(book, clock.seconds);
  const regime = { ...CLASSIC_REGIME, disguise };
  const stress = { ...NO_STRESS, ...choice.stress };
  const scale = Math.min(1, Math.max(0.2, persons / 3000));
  const stage: Stage = { book, clock, economy, geography, people, random, sheet, scale, regime, stress, disguise };
  const networks: StagedNetwork[] = [];
  let heard: readonly [BroadPlan, MoneyTrail] | undefined;
  const plant = broadNetworks((plan, trail) => {
    heard = [plan, trail];
  });
  for (let position = 0; position < count; position++) {
    const planted = plant(stage, position);
    if (planted === undefined || heard === undefined) break;
    networks.push({ plan: heard[0], trail: heard[1], planted });
  }
  return { stage, networks };
}

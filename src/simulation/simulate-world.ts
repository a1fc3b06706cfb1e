import { createRandom, randomInteger, requireRange, resolveOptions, UsageError } from '../foundation/index.js';
import { sortPositions } from '../structures/index.js';
import { AccountBook } from './account-book.js';
import { Economy } from './economy.js';
import { Geography } from './geography.js';
import { LOOK_ALIKE_KINDS, PLANT_LOOK_ALIKE } from './look-alike-kinds.js';
import { runNetwork } from './network-flows.js';
import { planNetwork } from './network-plan.js';
import { liveOrdinarily } from './ordinary-life.js';
import { People } from './people.js';
import { CLASSIC_REGIME } from './regimes/classic-regime.js';
import { NO_STRESS } from './regimes/stress.js';
import { type Stage } from './stage.js';
import { TransferSheet } from './transfer-sheet.js';
import { World } from './world.js';
import { type PlantedLookAlike, type PlantedNetwork, writeTruth } from './write-truth.js';
import { WorldClock } from './world-clock.js';

export interface SimulateOptions {
  /** Seed of all randomness; the same seed and sizes give the same bytes. Default 1. */
  readonly seed?: number;
  /** Number of transfers, 2,000 to 5,000,000 (fewer without planted stories). Default 200,000. */
  readonly transfers?: number;
  /** Number of planted networks; -1 = one per 40,000 transfers, at least 2. Default -1. */
  readonly networks?: number;
  /** Number of innocent stories of each kind; -1 = one per 50,000 transfers, at least 1. Fewer if nobody is left to cast. Default -1. */
  readonly lookAlikes?: number;
  /** First moment, UTC milliseconds, not before 1970, moved back to midnight. Default 2024-01-01. */
  readonly start?: number;
  /** Length of the period in days, 60 to 400. Default 180. */
  readonly days?: number;
}

const DEFAULTS: Required<SimulateOptions> = Object.freeze({
  seed: 1,
  transfers: 200_000,
  networks: -1,
  lookAlikes: -1,
  start: Date.UTC(2024, 0, 1),
  days: 180,
});

/**
 * A world of ordinary payments with planted networks and innocent look-alikes, for tests, examples and benchmarks.
 * Amounts, prices and habits follow published figures where there are any; quality measured here says how well patterns
 * that we planted are found again, not how well real ones would be. How densely collectors are used and how they live was
 * settled with the funnel-account detector at hand, so its recall here is no independent measurement.
 *
 * Cost: O(transfers) time and memory; 5 million transfers need about 200 MB of columns.
 *
 * @throws UsageError `option-range`, `unknown-option`, `seed`; `world-too-small` if the planted stories alone exceed
 * `transfers`, or there are too few people for the networks
 */
export function simulateWorld(options: SimulateOptions = {}): World {
  const { seed, transfers, networks, lookAlikes, start, days } = resolveOptions(DEFAULTS, options, 'simulateWorld');
  requireRange('transfers', transfers, 100, 5_000_000);
  requireRange('networks', networks, -1, 1000);
  requireRange('lookAlikes', lookAlikes, -1, 1000);
  requireRange('days', days, 60, 400);
  requireRange('start', start, 0, Date.UTC(9000, 0, 1));
  for (const [name, value] of Object.entries({ transfers, networks, lookAlikes, days, start })) {
    if (!Number.isInteger(value)) {
      throw new UsageError('option-range', `Expected ${name} to be an integer but received ${value}`);
    }
  }
  const random = createRandom(seed);
  const geography = new Geography();
  const book = new AccountBook(geography);
  const people = new People(Math.max(transfers < 2000 ? 60 : 200, Math.floor(transfers / 34)), book, random);
  const economy = new Economy(book, people, random);
  const clock = new WorldClock(start, days);
  const sheet = new TransferSheet(book, clock.seconds);
  const scale = Math.min(1, Math.max(0.2, transfers / 100_000));
  const regime = CLASSIC_REGIME;
  const { disguise } = regime;
  const stress = NO_STRESS;
  const stage: Stage = { book, clock, economy, geography, people, random, sheet, scale, regime, stress, disguise };

  const planted = plantNetworks(stage, networks >= 0 ? networks : Math.max(2, Math.round(transfers / 40_000)));
  const innocent = plantLookAlikes(stage, lookAlikes >= 0 ? lookAlikes : Math.max(1, Math.round(transfers / 50_000)));
  if (sheet.length > transfers) {
    throw new UsageError(
      'world-too-small',
      `Expected room for ${sheet.length} planted transfers but received ${transfers}`,
    );
  }
  liveOrdinarily(stage, transfers);

  // Among transfers of one second the order is drawn, or it would tell stories apart from ordinary life.
  const tie = Uint32Array.from({ length: sheet.length }, () => randomInteger(random, 0x1_0000_0000));
  const order = sortPositions(sheet.length, [sheet.time.finish(), tie]);
  const names = book.nameAll(random);
  const truth = writeTruth({ seed, stage, order, planted, innocent });
  return new World({ truth, sheet, order, names, geography, startMs: clock.startMs });
}

function plantNetworks(stage: Stage, count: number): PlantedNetwork[] {
  const planted: PlantedNetwork[] = [];
  for (let position = 0; position < count; position++) {
    const plan = planNetwork(stage, position);
    const { payers, collectors, coordinators, valueTransfers } = plan;
    if ([payers, collectors, coordinators, valueTransfers].some((cast) => cast.length === 0)) {
      throw new UsageError(
        'world-too-small',
        `Expected people for ${count} networks but only ${position} could be cast`,
      );
    }
    planted.push({ plan, rows: runNetwork(stage, plan) });
  }
  return planted;
}

function plantLookAlikes(stage: Stage, count: number): PlantedLookAlike[] {
  const planted: PlantedLookAlike[] = [];
  for (const kind of LOOK_ALIKE_KINDS) {
    for (let i = 0; i < count; i++) {
      const accounts = PLANT_LOOK_ALIKE[kind](stage);
      if (accounts.length > 0) planted.push({ kind, accounts });
    }
  }
  return planted;
}

/** One simulated world to learn from. */
export interface PlannedWorld {
  /** Position in {@link TrainingPlan.domains}. */
  readonly domain: number;
  readonly seed: number;
  /** Whether it holds no planted network. */
  readonly isNull: boolean;
}

/** What to train on. The same plan and the same code give the same bytes. */
export interface TrainingPlan {
  /** Regimes of the simulation; each is one domain. */
  readonly domains: readonly string[];
  readonly seeds: readonly number[];
  readonly nullSeeds: readonly number[];
  readonly transfers: number;
}

/** Integers from..to. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Seeds that no test, example or published figure uses. */
export const FULL_PLAN = { seeds: range(7001, 7016), nullSeeds: range(7101, 7104), transfers: 100_000 } as const;
/** For checks on every change: shows that training gives the same bytes, and nothing about quality. */
export const SMALL_PLAN = { seeds: [7201, 7202], nullSeeds: [7301], transfers: 20_000 } as const;

/** All worlds of a plan, domain after domain. */
export function plannedWorlds({ domains, seeds, nullSeeds }: TrainingPlan): PlannedWorld[] {
  return domains.flatMap((_, domain) => [
    ...seeds.map((seed) => ({ domain, seed, isNull: false })),
    ...nullSeeds.map((seed) => ({ domain, seed, isNull: true })),
  ]);
}

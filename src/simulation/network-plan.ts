import { type RandomSource, shuffle } from '../foundation/index.js';
import { WORLD_CORRIDORS, type WorldCorridor } from './corridors.js';
import { between, chance, pick, wholeBetween } from './draws.js';
import { type Stage } from './stage.js';

/** With escrow, share of the fees that families hand to the holder directly instead of to a collector [choice]. */
export const ESCROWED_SHARE = 0.6;

/** Fewest families per collector when a network is cast: somebody whom fewer pay has not the role (domain, section 7). */
export const FAMILIES_PER_COLLECTOR = 5;

/** How families pay: all at once, by stages, deposit and balance, into escrow, or part now and the rest later. */
export const PAYMENT_MODES = ['full-advance', 'staged', 'deposit-balance', 'escrow', 'credit'] as const;
export type PaymentMode = (typeof PAYMENT_MODES)[number];

/** One holder of money on the operators' side. */
export interface Operator {
  readonly account: number;
  /** Share of what comes in that stays. */
  readonly kept: number;
  /** Town where the holder takes out cash. */
  readonly cashTown: number;
  /** Share of the outflow taken in cash. */
  readonly cashShare: number;
  /** Longest time in hours until money that came in moves on. */
  readonly patienceHours: number;
  /** Amounts stay below this many major units; infinite for those who do not care. */
  readonly ceiling: number;
}

/** Who is who in a planted network, and how it works, before any money moves. */
export interface NetworkPlan {
  readonly mode: PaymentMode;
  readonly corridor: WorldCorridor;
  /** Code of the one currency in which the network counts. */
  readonly currency: number;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly payers: readonly number[];
  readonly collectors: readonly Operator[];
  /** Whether collectors take turns, a few at a time, instead of all serving throughout. */
  readonly rotating: boolean;
  /** May be empty: collectors then pay coordinators directly. */
  readonly mules: readonly Operator[];
  /** Days after which the mules are exchanged for the next ones; infinite if all serve throughout. */
  readonly muleDays: number;
  readonly coordinators: readonly number[];
  /** The first holds escrow where families pay into one; the last evens out in bulk. */
  readonly valueTransfers: readonly number[];
  readonly services: readonly number[];
  /** Single fee deposits stay below this many major units; infinite for most networks. */
  readonly depositCeiling: number;
}

/** Casts a network: persons with a life of their own, moved to where their part is played. */
export function planNetwork(stage: Stage, position: number): NetworkPlan {
  const { random, people, clock, scale } = stage;
  const mode = PAYMENT_MODES[(position * 2 + 2) % PAYMENT_MODES.length]!;
  const corridor = WORLD_CORRIDORS[position % WORLD_CORRIDORS.length]!;
  const sponsorTowns = corridor.sponsors.flatMap((code) => [...stage.geography.townsOf(code)]);
  const hubTowns = corridor.route.flatMap((code) => [...stage.geography.townsOf(code)]);
  const homes = shuffle([...sponsorTowns], random).slice(0, wholeBetween(random, 6, 18));
  const payerCount = scale < 0.5 ? wholeBetween(random, 20, 26) : wholeBetween(random, 24, 115);
  // Collectors are as many as the payers they serve need; with escrow most families pay the holder directly.
  const served = mode === 'escrow' ? payerCount * (1 - ESCROWED_SHARE) : payerCount;
  const wanted = scale < 0.5 ? wholeBetween(random, 4, 5) : Math.min(12, 4 + Math.floor(served / 16));
  const collectorCount = Math.max(1, Math.min(wanted, Math.floor(served / FAMILIES_PER_COLLECTOR)));
  // Small networks work for some weeks, large ones for most of the period.
  const length = Math.min(clock.days - 12, Math.max(40, Math.round(between(random, 0.9, 2) * payerCount)));
  const firstDay = Math.floor(random() * (clock.days - length - 8)) + 2;
  const layered = chance(random, 0.45);
  const shy = chance(random, 0.35);
  const operators = (count: number, towns: readonly number[], lowKept: number, highKept: number): Operator[] =>
    people.castSeveral(count, towns, random).map((account) => ({
      account: liveModestly(stage, account),
      kept: between(random, lowKept, highKept),
      cashTown: pick(random, hubTowns),
      cashShare: chance(random, 0.6) ? between(random, 0.08, 0.35) : 0,
      patienceHours: between(random, 14, 46),
      ceiling: shy && chance(random, 0.7) ? 10_000 : Infinity,
    }));
  // Funnel accounts are opened where the money is handed in, but their holders live where it is needed.
  const collectorTowns = [...shuffle([...sponsorTowns], random).slice(0, 3), ...hubTowns.slice(0, 5)];
  const mules = layered ? operators(wholeBetween(random, 2, 4), hubTowns, 0.02, 0.05) : [];
  for (const mule of mules) if (chance(random, 0.6)) people.setLife(mule.account, 'none');
  return {
    mode,
    corridor,
    currency: stage.geography.townCurrency[sponsorTowns[0]!]!,
    firstDay,
    lastDay: firstDay + length,
    payers: people.castSeveral(payerCount, homes, random),
    collectors: operators(collectorCount, collectorTowns, 0.02, 0.075),
    rotating: chance(random, 0.65),
    mules,
    muleDays: mules.length > 0 && chance(random, 0.5) ? Math.ceil((length + 40) / mules.length) : Infinity,
    coordinators: people.castSeveral(collectorCount > 7 ? 2 : 1, hubTowns, random),
    valueTransfers: people.castSeveral(mode === 'escrow' ? wholeBetween(random, 1, 2) : 1, hubTowns, random),
    services: castServices(stage, hubTowns),
    depositCeiling: shy && chance(random, 0.5) ? 1000 : Infinity,
  };
}

/** Who lends an account mostly has little: many have no wage, or one that is gone in two days. */
function liveModestly(stage: Stage, person: number): number {
  const uniform = stage.random();
  const life = uniform < 0.4 ? 'idle' : uniform < 0.7 ? 'low-income' : uniform < 0.85 ? 'student' : 'worker';
  stage.people.setLife(person, life);
  return person;
}

/** Drivers, hosts, shops with documents: some are persons, some businesses. */
function castServices(stage: Stage, towns: readonly number[]): number[] {
  const { random, people, book } = stage;
  const services = people.castSeveral(wholeBetween(random, 2, 3), towns, random);
  const businesses = wholeBetween(random, 1, 3);
  for (let i = 0; i < businesses; i++) services.push(book.open(pick(random, towns)));
  return services;
}

/** The whole fee of one person: the legs of the way, a service level, log-normal noise; mostly a round figure. */
export function drawFee(corridor: WorldCorridor, random: RandomSource, noise: number): number {
  let fee = 0;
  for (const [low, high] of corridor.legs) fee += between(random, low, high);
  fee *= noise;
  const uniform = random();
  return uniform < 0.55 ? Math.ceil(fee / 50) * 50 : uniform < 0.9 ? Math.ceil(fee / 10) * 10 : Math.round(fee);
}

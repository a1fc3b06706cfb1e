import { between, chance, logNormal, pick, toMinor, wholeBetween, zipfRank } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../world-clock.js';
import { type LifeWeights } from './life-weights.js';
import { acquaintance, type NetworkScene } from './network-scene.js';
import { type Livelihood, type Operator } from './operator.js';

/** Money of an operator's own, with the moment it came. */
export interface Earning {
  readonly time: number;
  readonly minor: number;
  /** Row of the sheet. */
  readonly row: number;
}

/** Monthly income, low and high, where wages are those of the first world. */
const MONTHLY: Readonly<Record<Exclude<Livelihood, 'firm' | 'shop-owner'>, readonly [number, number]>> = {
  worker: [1400, 2600],
  student: [300, 700],
  'low-income': [600, 1200],
  unemployed: [0, 600],
};

/** What somebody has to live on beside the network, as far as the world's books show such income: at most `most` payments. */
export function earnBeside(
  scene: NetworkScene,
  operator: Operator,
  given: { readonly most: number; readonly friends: readonly number[]; readonly weights: LifeWeights },
): Earning[] {
  const { random, clock, sheet, book, regime } = scene.stage;
  const { account, livelihood } = operator;
  const { most, friends, weights } = given;
  const found: Earning[] = [];
  const receive = (time: number, from: number, minor: number, byWire = false): void => {
    if (found.length >= most || from === account) return;
    const row = sheet.add(time, from, account, minor, { channel: byWire ? 'wire' : personChannel(scene.stage) });
    if (row >= 0) found.push({ time: Math.floor(time), minor, row });
  };
  if (livelihood === 'firm') return found;
  if (livelihood === 'shop-owner') {
    const customers = Array.from({ length: Math.ceil(most / 2) }, () => acquaintance(scene, book.countryOf(account)));
    for (let i = 0; i < most; i++) {
      const customer = pick(random, customers);
      const time = wholeBetween(random, 0, clock.days - 1) * DAY_SECONDS + between(random, 9, 20) * HOUR_SECONDS;
      const minor = toMinor(logNormal(random, 45 * regime.incomeLevel, 0.7));
      if (customer !== undefined) receive(time, customer, minor);
    }
    return found;
  }
  const [low, high] = MONTHLY[livelihood];
  const monthly = toMinor(between(random, low, high) * regime.incomeLevel);
  const payer =
    livelihood === 'student' ? friends[0] : chance(random, weights.wages) ? employerOf(scene, operator) : -1;
  if (payer !== undefined && payer >= 0 && monthly > 3000 * regime.incomeLevel) {
    for (const day of clock.monthly(22 + (payer % 6))) receive(clock.officeMoment(day, random), payer, monthly, true);
  }
  for (let i = wholeBetween(random, 0, 4); i > 0 && friends.length > 0; i--) {
    const time = clock.moment(wholeBetween(random, 0, clock.days - 1), random);
    receive(time, pick(random, friends), toMinor(logNormal(random, 30 * regime.incomeLevel, 0.8)));
  }
  return found;
}

/** Who pays the wage or the benefit. */
function employerOf({ stage }: NetworkScene, { account, livelihood }: Operator): number {
  const { random, economy } = stage;
  const { employers, office } = economy.around(account);
  const official = livelihood === 'unemployed' || (livelihood === 'low-income' && chance(random, 0.4));
  return official ? office : employers[zipfRank(random, employers.length)]!;
}

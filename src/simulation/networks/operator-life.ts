import { between, chance, logNormal, pick, toMinor, wholeBetween, zipfRank } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { DAY_SECONDS } from '../world-clock.js';
import { type MoneyTrail } from './money-trail.js';
import { acquaintance, type NetworkScene } from './network-scene.js';
import { type Livelihood, type Operator } from './operator.js';

/** Most ordinary payments that a busy operator's account needs to look lived in. */
const MOST_ROWS = 240;

/** Monthly income, low and high, where wages are those of the first world. */
const MONTHLY: Readonly<Record<Exclude<Livelihood, 'firm' | 'shop-owner'>, readonly [number, number]>> = {
  worker: [1400, 2600],
  student: [300, 700],
  'low-income': [600, 1200],
  unemployed: [0, 600],
};

/**
 * The ordinary life on an operator's account: a wage, an allowance or the takings of a small shop; rent, shopping,
 * cash and friends, paid from that and from what the network left. So many payments that they are the wanted share of
 * all on the account; never more than the balance. Friends are nobody who pays a network.
 *
 * @returns the number of payments written
 */
export function liveBeside(scene: NetworkScene, trail: MoneyTrail, operator: Operator): number {
  const { stage } = scene;
  const { random, clock, sheet, economy, book } = stage;
  const { account, livedIn } = operator;
  const share = Math.min(0.95, livedIn);
  const room = Math.min(MOST_ROWS, Math.round((trail.touches(account) * share) / (1 - share)));
  if (room <= 0) return 0;
  const country = book.countryOf(account);
  const friends = [1, 2, 3].map(() => acquaintance(scene, country)).filter((one) => one !== undefined);
  const income = [...trail.keptBy(account), ...earn(scene, operator, Math.ceil(room * 0.4), friends)].sort(
    (left, right) => left.time - right.time,
  );
  const earned = income.length - trail.keptBy(account).length;
  const { landlords, utilities } = economy.around(account);
  const landlord = landlords[zipfRank(random, landlords.length)]!;
  const utility = pick(random, utilities);
  const moments = Array.from({ length: room - earned }, () =>
    clock.moment(wholeBetween(random, 0, clock.days - 1), random),
  ).sort((left, right) => left - right);
  let balance = 0;
  let written = earned;
  for (let i = 0, m = 0; m < moments.length; m++) {
    const time = moments[m]!;
    for (; i < income.length && income[i]!.time < time; i++) balance += income[i]!.minor;
    // People with more spend more; about three payments are to come out of what is there.
    const usual = Math.min(logNormal(random, Math.max(1500, balance / 3), 0.8), balance * 0.9);
    if (usual < 300) continue;
    const minor = spend(time, usual);
    if (minor > 0) written++;
    balance -= minor;
  }
  return written;

  function spend(time: number, usual: number): number {
    const kind = random();
    const round = Math.max(500, Math.floor(usual / 500) * 500);
    const add = (to: number, minor: number, channel: Parameters<typeof sheet.add>[4]['channel']): number =>
      minor <= balance && sheet.add(time, account, to, minor, { channel }) >= 0 ? minor : 0;
    if (kind < 0.6) return add(economy.shopFor(account, random), Math.max(100, Math.floor(usual * 0.6)), 'card');
    if (kind < 0.74 && friends.length > 0) return add(pick(random, friends), round, personChannel(stage));
    if (kind < 0.86) return add(economy.counter(book.townOf(account)), Math.ceil(round / 1000) * 1000, 'cash');
    return add(chance(random, 0.5) ? landlord : utility, Math.floor(usual), 'wire');
  }
}

/** What somebody has to live on beside the network, at most `most` payments. */
function earn(
  scene: NetworkScene,
  operator: Operator,
  most: number,
  friends: readonly number[],
): { time: number; minor: number }[] {
  const { stage } = scene;
  const { random, clock, sheet, economy, book, regime } = stage;
  const { account, livelihood } = operator;
  const { employers, office } = economy.around(account);
  const found: { time: number; minor: number }[] = [];
  const receive = (time: number, from: number, minor: number, channel: 'wire' | undefined): void => {
    if (found.length >= most || from === account) return;
    if (sheet.add(time, from, account, minor, { channel: channel ?? personChannel(stage) }) < 0) return;
    found.push({ time, minor });
  };
  if (livelihood === 'firm') return found;
  if (livelihood === 'shop-owner') {
    const customers = Array.from({ length: Math.ceil(most / 2) }, () => acquaintance(scene, book.countryOf(account)));
    for (let i = 0; i < most; i++) {
      const customer = pick(random, customers);
      const time = wholeBetween(random, 0, clock.days - 1) * DAY_SECONDS + between(random, 9, 20) * 3600;
      const minor = toMinor(logNormal(random, 45 * regime.incomeLevel, 0.7));
      if (customer !== undefined) receive(time, customer, minor, undefined);
    }
    return found;
  }
  const [low, high] = MONTHLY[livelihood];
  const monthly = toMinor(between(random, low, high) * regime.incomeLevel);
  const official = livelihood === 'unemployed' || (livelihood === 'low-income' && chance(random, 0.4));
  const parent = livelihood === 'student' ? friends[0] : undefined;
  const payer = parent ?? (official ? office : employers[zipfRank(random, employers.length)]!);
  for (const day of clock.monthly(22 + (payer % 6))) {
    if (monthly > 5000) receive(clock.officeMoment(day, random), payer, monthly, 'wire');
  }
  for (let i = wholeBetween(random, 0, 4); i > 0 && friends.length > 0; i--) {
    const time = clock.moment(wholeBetween(random, 0, clock.days - 1), random);
    receive(time, pick(random, friends), toMinor(logNormal(random, 30 * regime.incomeLevel, 0.8)), undefined);
  }
  return found;
}

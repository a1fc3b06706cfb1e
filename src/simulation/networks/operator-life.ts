import { type Channel } from '../../ledger/index.js';
import { chance, logNormal, pick, wholeBetween, zipfRank } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { weighted } from './leaning.js';
import { lifeWeights, type LifeWeights } from './life-weights.js';
import { type MoneyTrail } from './money-trail.js';
import { acquaintance, type NetworkScene } from './network-scene.js';
import { earnBeside } from './operator-earnings.js';
import { type Operator } from './operator.js';

/** Most ordinary payments that a busy operator's account needs to look lived in, and attempts at each. */
const MOST_ROWS = 240;
const ATTEMPTS = 3;

/** Minor units below which nothing is bought, where wages are those of the first world. */
const SMALLEST = 300;

/**
 * The ordinary life on an operator's account: a wage, an allowance or the takings of a small shop; rent, shopping,
 * cash and friends, paid from that and from what the network left. So many payments that they are the wanted share of
 * all that the books show of the account; never more than the balance. Friends are nobody who pays a network.
 */
export function liveBeside(scene: NetworkScene, trail: MoneyTrail, operator: Operator): void {
  const { stage } = scene;
  const { random, clock, sheet, book, regime } = stage;
  const { account } = operator;
  const share = Math.min(0.95, operator.livedIn);
  const room = Math.min(MOST_ROWS, Math.round((trail.touches(account) * share) / (1 - share)));
  if (room <= 0) return;
  const country = book.countryOf(account);
  const friends = [1, 2, 3].map(() => acquaintance(scene, country)).filter((one) => one !== undefined);
  const weights = lifeWeights(stage);
  const earned = earnBeside(scene, operator, { most: Math.ceil(room * 0.4), friends, weights });
  const income = [...trail.keptBy(account), ...earned].sort((left, right) => left.time - right.time);
  let wanted = room - earned.filter(({ row }) => sheet.isSeen(row)).length;
  const moments = Array.from({ length: room * ATTEMPTS }, () =>
    clock.moment(wholeBetween(random, 0, clock.days - 1), random),
  ).sort((left, right) => left - right);
  const habits = drawPayees(scene, operator, friends, weights);
  let balance = 0;
  for (let i = 0, m = 0; m < moments.length && wanted > 0; m++) {
    const time = moments[m]!;
    for (; i < income.length && income[i]!.time < time; i++) balance += income[i]!.minor;
    // Moments are more than payments wanted; those left over go by without one.
    if (random() * (moments.length - m) > wanted * ATTEMPTS * 0.6) continue;
    // People with more spend more; about three payments are to come out of what is there.
    const usual = logNormal(random, Math.max(1500 * regime.incomeLevel, balance / 3), 0.8);
    const { to, channel, step } = habits();
    const minor = Math.floor(Math.min(usual, balance * 0.9) / step) * step;
    if (minor < SMALLEST * regime.incomeLevel) continue;
    const row = sheet.add(time, account, to, minor, { channel });
    if (row < 0) continue;
    balance -= minor;
    if (sheet.isSeen(row)) wanted--;
  }
}

/** Draws whom somebody pays next, how, and in multiples of how many minor units. */
function drawPayees(
  scene: NetworkScene,
  operator: Operator,
  friends: readonly number[],
  weights: LifeWeights,
): () => { to: number; channel: Channel; step: number } {
  const { stage } = scene;
  const { random, economy, book } = stage;
  const { account, livelihood } = operator;
  const { landlords, utilities, wholesalers } = economy.around(account);
  const landlord = landlords[zipfRank(random, landlords.length)]!;
  const utility = pick(random, utilities);
  const supplier = livelihood === 'shop-owner' ? pick(random, wholesalers) : landlord;
  const kinds = [
    ['shop', weights.purchases],
    ['friend', friends.length > 0 ? weights.friends : 0],
    ['cash', weights.cash],
    ['bill', weights.bills + 0.01],
  ] as const;
  return () => {
    switch (weighted(random, kinds)) {
      case 'shop':
        return { to: economy.shopFor(account, random), channel: 'card', step: 1 };
      case 'friend':
        return { to: pick(random, friends), channel: personChannel(stage), step: 500 };
      case 'cash':
        return { to: economy.counter(book.townOf(account)), channel: 'cash', step: 1000 };
      case 'bill':
        return { to: chance(random, 0.5) ? supplier : utility, channel: 'wire', step: 1 };
    }
  };
}

import { type RandomSource } from '../../../foundation/index.js';
import { type Channel } from '../../../ledger/index.js';
import { type Regime } from '../../regimes/regime.js';
import { between, chance, logNormal, pick } from '../../draws.js';

/** Share of firms that are born or die in a year: 11 and 9 in a hundred [Eurostat, business demography 2021, EU]. */
const COME_OR_GO = 0.2;

type ChannelWeights = readonly (readonly [Channel, number])[];

/**
 * How the people of one story handle money. Drawn once for each story and from wide ranges, so that no channel, rounding
 * or limit belongs to a purpose: somebody who sells journeys and somebody who sells roofs draw from the same hat.
 */
export interface Habits {
  /** Weights of the channels by which one person pays another here: those of the regime, tilted. */
  readonly personal: ChannelWeights;
  /** Weights of the channels by which customers pay: as `personal`, some stories with a terminal or cheques beside. */
  readonly paidBy: ChannelWeights;
  /** Share of onward payments by wire; the rest goes as persons pay each other. */
  readonly wired: number;
  /** Most that one payment of a customer holds, in minor units; infinite in most stories. Apps and machines have such limits. */
  readonly visitLimit: number;
  /** Most that one onward payment holds, in minor units; infinite in most stories. */
  readonly onwardLimit: number;
  /** Onward sums are rounded down to a multiple of this, in minor units. */
  readonly roundTo: number;
  /** Share of customers from outside the agent's town who are let in, 0..1. */
  readonly reach: number;
  /** Share of agents who are firms with an account of their own instead of private persons. */
  readonly firms: number;
  /** Share of private agents who have no income beside the story. */
  readonly livesFromIt: number;
  /** Hours after which money goes on where nobody gives credit, whatever the trade's usual dates; 0 = they do give it. */
  readonly noCredit: number;
  /** Days for which an agent of this story is in it, as a share of the period; 1 = from beginning to end. */
  readonly tenure: number;
}

export function drawHabits(random: RandomSource, regime: Regime): Habits {
  const personal = (Object.entries(regime.personChannels) as [Channel, number][]).map(
    ([channel, weight]): [Channel, number] => [channel, weight * logNormal(random, 1, 0.9)],
  );
  const paidBy = [...personal];
  const total = paidBy.reduce((sum, [, weight]) => sum + weight, 0);
  // Some small firms have a card terminal or take cheques; most people who gather money have neither.
  if (chance(random, 0.2)) paidBy.push(['card', total * between(random, 0.1, 0.8)]);
  if (chance(random, 0.1)) paidBy.push(['cheque', total * between(random, 0.05, 0.3)]);
  return {
    personal,
    paidBy,
    wired: between(random, 0.15, 1),
    visitLimit: chance(random, 0.8) ? Infinity : pick(random, [50_000, 100_000, 100_000, 200_000, 300_000]),
    onwardLimit: chance(random, 0.7) ? Infinity : pick(random, [300_000, 500_000, 1_000_000, 1_000_000]),
    roundTo: pick(random, [1, 1, 100, 1000, 1000, 5000, 10_000]),
    reach: between(random, 0.03, 1),
    firms: random(),
    livesFromIt: between(random, 0.1, 0.6),
    noCredit: chance(random, 0.6) ? 0 : 1.5 * Math.pow(40, random()),
    tenure: chance(random, 1 - COME_OR_GO) ? 1 : between(random, 0.08, 0.7),
  };
}

/** One of the channels, by its weight. */
export function drawChannel(random: RandomSource, weights: ChannelWeights): Channel {
  let left = random() * weights.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [channel, weight] of weights) {
    left -= weight;
    if (left < 0) return channel;
  }
  return weights[0]![0];
}

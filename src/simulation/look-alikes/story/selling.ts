import { between, chance, pick } from '../../draws.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { type Days } from './calendar.js';
import { type Terms } from './prices.js';
import { type Story } from './story.js';

/** How agents of one trade sell. */
export interface Selling {
  readonly agents: readonly number[];
  /** Fewest and most customers of an agent; some agents are far busier than others. */
  readonly customers: readonly [low: number, high: number];
  /** The next price in minor units. */
  readonly price: () => number;
  readonly terms: Terms;
  /** Day of the first payment of the next customer. */
  readonly day: Days;
  /** Share of customers who get money back. Default: drawn, 0 to 0.1. */
  readonly refunds?: number;
}

/**
 * Customers pay agents, each for something they buy once. A few customers deal with two agents, and some get all or a part
 * of their money back: a flight is cancelled, somebody falls ill.
 *
 * @returns the day on which each customer first paid; somebody who dealt with two agents counts by the later one told
 */
export function sell(story: Story, selling: Selling): Map<number, number> {
  const { random } = story;
  const { agents, price, terms, day } = selling;
  const [low, high] = selling.customers;
  const twice = chance(random, 0.7) ? 0 : between(random, 0, 0.12);
  const firstDay = new Map<number, number>();
  for (const agent of agents) {
    const inTenure = tenure(story, day);
    for (const customer of story.customers(story.several(low, high), story.townOf(agent))) {
      const start = inTenure();
      firstDay.set(customer, start);
      for (const { afterDays, minor } of terms(price())) {
        const seller = chance(random, twice) ? pick(random, agents) : agent;
        story.collect(customer, seller, minor, start + afterDays);
      }
    }
  }
  const refunds = selling.refunds ?? between(random, 0, 0.1);
  for (const agent of agents) {
    for (const receipt of story.receipts(agent)) {
      if (!chance(random, refunds)) continue;
      const share = chance(random, 0.6) ? 1 : between(random, 0.3, 0.9);
      story.refund(agent, receipt, share, receipt.time + between(random, 0.1, 12) * DAY_SECONDS);
    }
  }
  return firstDay;
}

/** Agents come and go: the days that fall into one agent's time, or as they are if none of many does. */
export function tenure(story: Story, day: Days): Days {
  const { random, habits } = story;
  const { days } = story.stage.clock;
  const length = habits.tenure * days * between(random, 0.6, 1.4);
  if (length >= days) return day;
  const first = between(random, 0, days - length);
  return () => {
    let drawn = day();
    for (let tries = 0; tries < 40 && (drawn < first || drawn > first + length); tries++) drawn = day();
    return drawn;
  };
}

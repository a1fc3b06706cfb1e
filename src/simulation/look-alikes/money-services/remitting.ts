import { between, chance, pick } from '../../draws.js';
import { REMITTANCE_COUNTRIES } from '../../geography.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../../world-clock.js';
import { payingDays, steadily, waiting } from '../story/calendar.js';
import { spendMargin } from '../story/living.js';
import { passInRuns, passOnDays } from '../story/passing-on.js';
import { drawPrices, logBetween } from '../story/prices.js';
import { Story } from '../story/story.js';

/**
 * Agents of a licensed remittance company: corner shops take money of many senders, most of them again and again, hand it
 * to head office every day or two, and head office's partner abroad pays the kin.
 */
export function plantRemittanceAgents(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agents = story.agents(story.several(2, 10));
  if (agents.length < 2) return [];
  const head = story.firm();
  const abroad = pick(random, REMITTANCE_COUNTRIES);
  const partner = story.firm(story.townIn(abroad));
  const kin = story.customers(story.several(10, 40), story.townIn(abroad));
  const once = between(random, 0.2, 0.9);
  for (const agent of agents) {
    const sum = drawPrices(story, 90, 700);
    for (const sender of story.customers(story.several(5, 20), story.townOf(agent))) {
      const rhythm = between(random, 20, 60);
      for (let day = between(random, 0, stage.clock.days); day < stage.clock.days; day += rhythm) {
        story.collect(sender, agent, sum(), day);
        if (chance(random, once)) break;
      }
    }
    passOnDays(story, agent, {
      to: head,
      keep: between(random, 0.005, 0.04),
      days: payingDays(story, logBetween(random, 1, 7)),
    });
    spendMargin(story, agent);
  }
  passOnDays(story, head, {
    to: partner,
    keep: between(random, 0.02, 0.06),
    days: payingDays(story, between(random, 2, 12)),
  });
  if (kin.length > 0) payOut(story, partner, kin);
  return [head, partner, ...agents];
}

function payOut(story: Story, partner: number, kin: readonly number[]): void {
  const { random } = story;
  const sum = drawPrices(story, 90, 700);
  for (const { time, minor } of story.receipts(partner)) {
    for (let left = minor; left > 5000;) {
      const part = Math.min(left, sum());
      left -= part;
      story.pass(
        partner,
        pick(random, kin),
        part,
        time + Math.floor(between(random, 1, 60) * HOUR_SECONDS),
        'value-transfer',
      );
    }
  }
}

/**
 * Agents for mobile money: customers pay in, others are paid out; when an agent's float is low the super-agent fills it
 * up, and when it is high the agent sends the surplus. Money goes both ways all day long.
 */
export function plantMobileMoneyAgents(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agents = story.agents(story.several(3, 10));
  if (agents.length < 2) return [];
  const superAgent = story.principal();
  const day = steadily(story);
  const sum = drawPrices(story, 15, 320);
  for (const agent of agents) {
    for (const customer of story.customers(story.several(8, 30), story.townOf(agent))) {
      for (let visit = story.several(1, 3); visit > 0; visit--) story.collect(customer, agent, sum(), day());
    }
    passInRuns(story, agent, { to: superAgent, keep: between(random, 0.3, 0.7), hours: waiting(story, 10, 90) });
  }
  for (const agent of agents) {
    for (const customer of story.customers(story.several(5, 20), story.townOf(agent))) {
      const time = Math.floor(day() * DAY_SECONDS);
      const minor = sum();
      if (story.held(agent, time) < minor)
        story.pass(superAgent, agent, minor * between(random, 1, 4), time - 3 * HOUR_SECONDS);
      story.pass(agent, customer, minor, time);
    }
  }
  return [superAgent, ...agents];
}

/**
 * Licensed settlers of value between countries: families pay an agent here, kin are paid there from the takings of an agent
 * over there, and the two houses settle the difference in bulk every few weeks.
 */
export function plantLicensedSettlers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const here = story.agents(story.several(2, 8));
  if (here.length < 2) return [];
  const abroad = pick(random, ['TR', 'IQ', 'PK', 'ET', 'LY', 'SN']);
  const house = story.principal(story.town, 0.3);
  const partner = story.principal(story.townIn(abroad), 0.5);
  const sum = drawPrices(story, 200, 4000);
  const day = steadily(story);
  for (const agent of here) {
    for (const family of story.customers(story.several(5, 25), story.townOf(agent)))
      story.collect(family, agent, sum(), day());
    passInRuns(story, agent, { to: house, keep: between(random, 0.005, 0.04), hours: waiting(story, 6, 200) });
  }
  passOnDays(story, house, {
    to: partner,
    keep: between(random, 0.02, 0.3),
    days: payingDays(story, between(random, 6, 30)),
  });
  const kin = story.customers(story.several(8, 40), story.townIn(abroad));
  if (kin.length > 0) payOut(story, partner, kin);
  return [house, partner, ...here];
}

/** Two exchange houses: travellers buy and sell notes at both, and every few days the one that ran out is lent by the other. */
export function plantExchangeHouses(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const houses = [story.principal(story.town, 0.3), story.principal(story.anotherTown(), 0.3)] as const;
  const sum = drawPrices(story, 60, 1500);
  const day = steadily(story);
  for (const house of houses) {
    for (const customer of story.customers(story.several(10, 60), story.townOf(house)))
      story.collect(customer, house, sum(), day());
  }
  for (const [i, house] of houses.entries()) {
    const other = houses[1 - i]!;
    passOnDays(story, house, {
      to: other,
      keep: between(random, 0.4, 0.9),
      days: payingDays(story, between(random, 3, 14)),
    });
    for (const customer of story.customers(story.several(8, 40), story.townOf(house))) {
      story.pass(house, customer, sum(), Math.floor(day() * DAY_SECONDS));
    }
  }
  return [...houses];
}

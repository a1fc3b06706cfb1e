import { between, chance } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { payingDays, steadily, waiting } from '../story/calendar.js';
import { spendMargin } from '../story/living.js';
import { passAt, passEach, passInRuns, passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/**
 * Translators and form-fillers near a consulate: each client pays once, the official fee goes to the fee office within a
 * day or two, the rest is the agency's price.
 */
export function plantDocumentServices(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agencies = story.agents(story.several(2, 10));
  if (agencies.length < 2) return [];
  const feeOffice = chance(random, 0.4) ? story.payee('court') : story.firm(stage.geography.townsOf(story.country)[0]);
  const price = drawPrices(story, 60, 900);
  sell(story, { agents: agencies, customers: [5, 30], price, terms: drawTerms(story, 'whole'), day: steadily(story) });
  const pass = chance(random, 0.6) ? passEach : passInRuns;
  for (const agency of agencies) {
    pass(story, agency, { to: feeOffice, keep: between(random, 0.1, 0.6), hours: waiting(story, 1, 60) });
    spendMargin(story, agency);
  }
  return [feeOffice, ...agencies];
}

/**
 * Lawyers for residence and family matters in one office partnership: large retainers rest with each lawyer, are earned
 * over weeks, and go on to the chambers that keeps the accounts and pays the court.
 */
export function plantRetainerLawyers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const lawyers = story.agents(story.several(2, 8));
  if (lawyers.length < 2) return [];
  const chambers = story.firm();
  sell(story, {
    agents: lawyers,
    customers: [3, 18],
    price: drawPrices(story, 600, 7000),
    terms: drawTerms(story, 'whole', 'deposit', 'instalments'),
    day: steadily(story),
    refunds: between(random, 0, 0.1),
  });
  const earned = logBetween(random, 2, 45);
  for (const lawyer of lawyers) {
    passAt(story, lawyer, {
      to: chambers,
      keep: between(random, 0.05, 0.5),
      time: ({ time }) => Math.floor(time + earned * between(random, 0.3, 1.7) * DAY_SECONDS),
    });
    spendMargin(story, lawyer);
  }
  const court = story.payee('court');
  passOnDays(story, chambers, {
    to: court,
    keep: between(random, 0.4, 0.9),
    days: payingDays(story, between(random, 5, 30)),
  });
  return [chambers, ...lawyers];
}

/** Notaries: a buyer's money waits for the register and goes on, whole, to the trust bank or to the seller; the fee stays. */
export function plantNotaries(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const notaries = Array.from({ length: story.several(2, 6) }, () => story.firm(story.anotherTown()));
  const trust = story.firm(stage.geography.townsOf(story.country)[0]);
  const price = drawPrices(story, 4000, 40_000);
  const terms = drawTerms(story, 'whole', 'deposit');
  sell(story, { agents: notaries, customers: [3, 16], price, terms, day: steadily(story), refunds: 0.03 });
  const wait = waiting(story, 12, 600);
  for (const notary of notaries) {
    const direct = between(random, 0, 0.4);
    for (const receipt of story.receipts(notary)) {
      const [seller] = chance(random, direct) ? story.customers(1) : [];
      const time = receipt.time + Math.floor(wait() * 3600);
      story.pass(notary, seller ?? trust, receipt.due * (1 - between(random, 0.005, 0.03)), time, 'wire');
    }
  }
  if (chance(random, 0.7)) {
    for (const receipt of story.receipts(trust)) {
      const [seller] = story.customers(1);
      if (seller !== undefined)
        story.pass(trust, seller, receipt.minor, receipt.time + Math.floor(wait() * 3600), 'wire');
    }
  }
  return [trust, ...notaries];
}

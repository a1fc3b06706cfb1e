import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS } from '../../world-clock.js';
import { dates, inSeason, payingDays, steadily, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passEach, passInRuns, passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/** Brokers who gather yearly premiums for one insurer and hand them on by month, less commission; some claims come back. */
export function plantInsuranceBrokers(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const brokers = story.agents(story.several(2, 10));
  if (brokers.length < 2) return [];
  const insurer = chance(random, 0.5) ? story.payee('insurer') : story.firm(story.anotherTown());
  const terms = drawTerms(story, 'whole', 'whole', 'thirds');
  const price = drawPrices(story, 120, 1600);
  sell(story, { agents: brokers, customers: [6, 35], price, terms, day: steadily(story) });
  const days = payingDays(story, chance(random, 0.7) ? 30 : 10);
  for (const broker of brokers) {
    passOnDays(story, broker, { to: insurer, keep: between(random, 0.08, 0.25), days });
    spendMargin(story, broker);
    const [claimant] = story.receipts(broker);
    if (claimant === undefined || !chance(random, 0.6)) continue;
    const time = claimant.time + Math.floor(between(random, 30, 120) * DAY_SECONDS);
    story.pass(insurer, claimant.payer, claimant.minor * between(random, 1, 4), time, 'wire');
  }
  return [insurer, ...brokers];
}

/** Coordinators who place live-in carers: a family pays a placement fee once; the agency abroad pays the carers. */
export function plantCarerPlacement(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const coordinators = story.persons(story.several(2, 7));
  const abroad = pick(random, ['PL', 'HU', 'RS', 'GR']);
  if (coordinators.length < 2) return [];
  const agency = story.principal(story.townIn(abroad), 0.4);
  const terms = drawTerms(story, 'whole', 'thirds');
  const price = drawPrices(story, 700, 3200);
  sell(story, { agents: coordinators, customers: [4, 18], price, terms, day: steadily(story) });
  for (const coordinator of coordinators) {
    passInRuns(story, coordinator, { to: agency, keep: between(random, 0.1, 0.35), hours: waiting(story, 8, 260) });
    spendMargin(story, coordinator);
  }
  const carers = story.customers(story.several(4, 14), story.townIn(abroad));
  if (carers.length > 0 && chance(random, 0.6)) {
    passOnDays(story, agency, {
      to: () => pick(random, carers),
      keep: 0.2,
      days: payingDays(story, between(random, 2, 10)),
    });
  }
  return [agency, ...coordinators];
}

/** Agents of artists: organisers of small evenings pay the agent, who pays the one touring company after the show. */
export function plantArtistAgents(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agents = story.agents(story.several(2, 6));
  if (agents.length < 2) return [];
  const company = story.principal(story.anotherTown(), 0.6);
  const artists = story.persons(story.several(2, 6));
  const shows = dates(story, between(random, 3, 15));
  sell(story, {
    agents,
    customers: [4, 20],
    price: drawPrices(story, 300, 4500),
    terms: drawTerms(story, 'whole', 'deposit'),
    day: () => pick(random, shows) - between(random, 0, 25),
  });
  for (const agent of agents) {
    passEach(story, agent, { to: company, keep: between(random, 0.1, 0.25), hours: waiting(story, 20, 700) });
    spendMargin(story, agent);
  }
  if (artists.length > 0) {
    const days = shows.map((show) => show + 3);
    passOnDays(story, company, { to: () => pick(random, artists), keep: between(random, 0.1, 0.4), days });
  } else {
    runPrincipal(story, company);
  }
  return [company, ...agents, ...artists];
}

/**
 * Shares in feast animals: people of several communities pay somebody they know for a share before the feast; all of it
 * goes to one farm within days. A burst once in the period, hardly anything kept.
 */
export function plantFeastAnimals(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const gatherers = story.persons(story.several(3, 12));
  if (gatherers.length < 2) return [];
  const farm = story.principal(stage.geography.townAt(random()), 0.5);
  const price = drawPrices(story, 70, 480);
  sell(story, {
    agents: gatherers,
    customers: [6, 35],
    price,
    terms: drawTerms(story, 'whole'),
    day: inSeason(story, 6, 40),
  });
  const pass = chance(random, 0.5) ? passEach : passInRuns;
  for (const gatherer of gatherers) {
    pass(story, gatherer, { to: farm, keep: between(random, 0, 0.05), hours: waiting(story, 3, 100) });
  }
  runPrincipal(story, farm);
  return [farm, ...gatherers];
}

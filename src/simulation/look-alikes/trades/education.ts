import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { before, dates, inSeason, payingDays, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passInRuns, passOnDays } from '../story/passing-on.js';
import { drawPrices, drawTerms } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/** Agents who find students places abroad: families pay fee and tuition before a term, the agents pay one university. */
export function plantTuitionAgents(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agents = story.agents(story.several(2, 8));
  if (agents.length < 2) return [];
  const abroad = pick(random, ['GB', 'DE', 'PL', 'HU', 'TR', 'US']);
  const university = chance(random, 0.6) ? story.payee('university', abroad) : story.firm(story.townIn(abroad));
  const terms = dates(story, between(random, 45, 150));
  sell(story, {
    agents,
    customers: [4, 22],
    price: drawPrices(story, 600, 9000),
    terms: drawTerms(story, 'whole', 'deposit', 'thirds'),
    day: before(story, terms, 5, 80),
    refunds: between(random, 0, 0.12),
  });
  for (const agent of agents) {
    passInRuns(story, agent, { to: university, keep: between(random, 0.04, 0.2), hours: waiting(story, 12, 500) });
    spendMargin(story, agent);
  }
  return [university, ...agents];
}

/**
 * Offices of small private schools that belong to one trust: parents pay the term, once or in parts; what is not needed
 * for the kitchen and the bus goes to the trust, which keeps the teachers' payroll at another bank.
 */
export function plantSchoolsWithTrust(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const schools = story.agents(story.several(2, 8));
  if (schools.length < 2) return [];
  const trust = story.firm(story.anotherTown());
  const terms = dates(story, between(random, 55, 130));
  sell(story, {
    agents: schools,
    customers: [8, 35],
    price: drawPrices(story, 250, 4500),
    terms: drawTerms(story, 'whole', 'thirds', 'instalments'),
    day: before(story, terms, 1, 30),
    refunds: between(random, 0, 0.05),
  });
  const days = payingDays(story, between(random, 7, 35));
  for (const school of schools) {
    passOnDays(story, school, { to: trust, keep: between(random, 0.05, 0.35), days });
    spendMargin(story, school);
  }
  runPrincipal(story, trust);
  return [trust, ...schools];
}

/** Young leaders who gather the fees of their camp groups and pay one camp site when arrival comes near. */
export function plantSummerCamps(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const leaders = story.persons(story.several(2, 8));
  if (leaders.length < 2) return [];
  const site = story.principal(story.anotherTown(), 0.5);
  const camps = dates(story, between(random, 40, 200));
  sell(story, {
    agents: leaders,
    customers: [6, 28],
    price: drawPrices(story, 90, 650),
    terms: drawTerms(story, 'whole', 'deposit'),
    day: inSeason(story, 20, 120),
  });
  for (const leader of leaders) {
    const days = camps.map((camp) => camp + between(random, -15, 4));
    passOnDays(story, leader, { to: site, keep: between(random, 0, 0.3), days: [...days, stage.clock.days - 2] });
    // Food and bus tickets on the way.
    spendMargin(story, leader);
  }
  runPrincipal(story, site);
  return [site, ...leaders];
}

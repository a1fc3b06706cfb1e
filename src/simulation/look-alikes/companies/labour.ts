import { between, chance, pick, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../../world-clock.js';
import { inSeason, payingDays, steadily, waiting } from '../story/calendar.js';
import { spendMargin } from '../story/living.js';
import { passInRuns, passOnDays } from '../story/passing-on.js';
import { drawPrices, logBetween } from '../story/prices.js';
import { Story } from '../story/story.js';

/** Foremen who hire by the day: several builders and households pay them, and the same evening each worker gets a day's pay. */
export function plantDayLabour(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const foremen = story.persons(story.several(2, 7));
  if (foremen.length < 2) return [];
  const pool = story.customers(story.several(8, 30));
  const day = steadily(story);
  const wage = between(random, 4000, 14_000) * stage.regime.incomeLevel;
  for (const foreman of foremen) {
    const job = drawPrices(story, 150, 2500);
    const clients = story
      .customers(story.several(4, 16), story.townOf(foreman))
      .filter((client) => !pool.includes(client));
    for (const client of clients) story.collect(client, foreman, job(), day());
    for (const { time, minor } of story.receipts(foreman)) {
      const heads = Math.max(1, Math.floor((minor * between(random, 0.5, 0.9)) / wage));
      for (let head = 0; head < heads && head < 12 && pool.length > 0; head++) {
        story.pass(
          foreman,
          pick(random, pool),
          wage * between(random, 0.8, 1.2),
          time + Math.floor(between(random, 1, 40) * HOUR_SECONDS),
        );
      }
    }
    spendMargin(story, foreman);
  }
  return foremen;
}

/** Labour contractors of a harvest: one farm pays each by week, pickers are paid by hand or transfer, for some weeks of the year. */
export function plantSeasonalFarm(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const contractors = story.agents(story.several(2, 6));
  if (contractors.length < 2) return [];
  const farm = story.principal(story.anotherTown(), 0.4);
  const buyers = stage.economy.in(story.country).wholesalers;
  const start = between(random, -20, stage.clock.days * 0.7);
  const weeks = wholeBetween(random, 4, 14);
  for (const contractor of contractors) {
    const pickers = story.customers(story.several(6, 25), story.townOf(contractor));
    const wage = between(random, 18_000, 45_000) * stage.regime.incomeLevel;
    const bill = wage * pickers.length * between(random, 1.05, 1.35);
    for (let week = 0; week < weeks; week++) {
      const time = Math.floor((start + 7 * week + between(random, 0, 1)) * DAY_SECONDS);
      story.give(pick(random, buyers), farm, bill * between(random, 1.1, 2), time - 2 * DAY_SECONDS, 'wire');
      if (story.pass(farm, contractor, bill, time, 'wire') === 0) continue;
      for (const picker of pickers) {
        if (chance(random, 0.9))
          story.pass(
            contractor,
            picker,
            wage * between(random, 0.7, 1.2),
            time + Math.floor(between(random, 2, 70) * HOUR_SECONDS),
          );
      }
    }
    spendMargin(story, contractor);
  }
  return [farm, ...contractors];
}

/**
 * Agencies that place seafarers and nurses: applicants pay once for course, medical and papers; the agencies pay one
 * training centre. Lawful and receipted, and large for those who pay.
 */
export function plantPlacementAgencies(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agencies = story.agents(story.several(2, 8));
  if (agencies.length < 2) return [];
  const centre = story.principal(story.anotherTown(), 0.3);
  const fee = drawPrices(story, 300, 3800);
  const day = chance(random, 0.5) ? steadily(story) : inSeason(story, 30, 150);
  for (const agency of agencies) {
    for (const applicant of story.customers(story.several(4, 24), story.townOf(agency)))
      story.collect(applicant, agency, fee(), day());
    if (chance(random, 0.5))
      passInRuns(story, agency, { to: centre, keep: between(random, 0.1, 0.4), hours: waiting(story, 5, 300) });
    else
      passOnDays(story, agency, {
        to: centre,
        keep: between(random, 0.1, 0.4),
        days: payingDays(story, logBetween(random, 3, 30)),
      });
    spendMargin(story, agency);
  }
  return [centre, ...agencies];
}

/**
 * Payroll agencies of small farms and firms: many little employers pay a lump for their people, the agencies pay one tax
 * office and each person. The people are paid by somebody they do not work for.
 */
export function plantPayrollAgencies(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const agencies = Array.from({ length: story.several(2, 4) }, () => story.firm(story.anotherTown()));
  const taxOffice = story.payee('tax-office');
  const { employers, shops } = stage.economy.in(story.country);
  for (const agency of agencies) {
    const clients = Array.from({ length: story.several(3, 10) }, () =>
      pick(random, chance(random, 0.5) ? employers : shops),
    );
    const payday = wholeBetween(random, 0, 27);
    for (const client of clients) {
      const people = story.customers(story.several(1, 5), story.townOf(agency));
      const wage = between(random, 90_000, 280_000) * stage.regime.incomeLevel;
      for (const day of stage.clock.monthly(payday)) {
        const time = stage.clock.officeMoment(day, random);
        story.give(
          client,
          agency,
          wage * people.length * 1.4,
          time - Math.floor(between(random, 4, 80) * HOUR_SECONDS),
          'wire',
        );
        for (const person of people) story.pass(agency, person, wage * between(random, 0.9, 1.1), time, 'wire');
        story.pass(agency, taxOffice, wage * people.length * 0.3, time + DAY_SECONDS, 'wire');
      }
    }
  }
  return [taxOffice, ...agencies];
}

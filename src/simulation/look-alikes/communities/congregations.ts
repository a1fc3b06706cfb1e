import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { inSeason, payingDays, steadily, waiting } from '../story/calendar.js';
import { runPrincipal } from '../story/living.js';
import { passOnDays, passWhenEnough } from '../story/passing-on.js';
import { logBetween } from '../story/prices.js';
import { Story } from '../story/story.js';
import { gather } from './gathering.js';

/**
 * Treasurers of congregations who gather for one purpose, such as a roof or a house of their body: gifts of very different
 * size over months, handed on by month or when a round sum has come together.
 */
export function plantCongregations(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const treasurers = story.agents(story.several(2, 10));
  if (treasurers.length < 2) return [];
  const body = story.firm(story.anotherTown());
  gather(story, {
    gatherers: treasurers,
    givers: [8, 40],
    gift: logBetween(random, 20, 400),
    day: chance(random, 0.5) ? steadily(story) : inSeason(story, 30, 200),
    again: between(random, 0, 0.5),
  });
  const rounds = chance(random, 0.4);
  for (const treasurer of treasurers) {
    const onward = { to: body, keep: between(random, 0, 0.2) };
    const minor = logBetween(random, 50_000, 600_000);
    if (rounds) passWhenEnough(story, treasurer, { ...onward, minor, hours: waiting(story, 5, 200) });
    else passOnDays(story, treasurer, { ...onward, days: payingDays(story, between(random, 14, 35)) });
  }
  runPrincipal(story, body);
  return [body, ...treasurers];
}

/**
 * People from one village who live in many cities: each city has somebody who gathers, a treasurer of the country gathers
 * from them, and a builder or a committee at home gets the whole. Two steps and a border.
 */
export function plantHometownAssociation(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const gatherers = story.persons(story.several(3, 12));
  const treasurer = story.person();
  if (gatherers.length < 2 || treasurer < 0) return [];
  const home = story.townIn(pick(random, ['SN', 'ET', 'PK', 'IQ', 'MX', 'TR', 'RS']));
  const receivers = Array.from({ length: story.several(1, 3) }, () => story.principal(home, 0.6));
  gather(story, {
    gatherers,
    givers: [5, 30],
    gift: logBetween(random, 50, 600),
    day: inSeason(story, 20, 220),
  });
  for (const gatherer of gatherers) {
    passWhenEnough(story, gatherer, {
      to: treasurer,
      keep: between(random, 0, 0.03),
      minor: logBetween(random, 40_000, 500_000),
      hours: waiting(story, 4, 150),
    });
  }
  const days = payingDays(story, logBetween(random, 10, 60));
  passOnDays(story, treasurer, { to: () => pick(random, receivers), keep: between(random, 0, 0.05), days });
  return [treasurer, ...receivers, ...gatherers];
}

/** After a disaster many people gather at once, each among their own, for one relief body; within days all is handed on. */
export function plantDisasterAppeal(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const gatherers = story.agents(story.several(3, 12));
  if (gatherers.length < 2) return [];
  const relief = story.firm(story.anotherTown());
  gather(story, {
    gatherers,
    givers: [6, 40],
    gift: logBetween(random, 15, 150),
    day: inSeason(story, 8, 35),
    again: 0.15,
  });
  for (const gatherer of gatherers) {
    const days = payingDays(story, logBetween(random, 1, 9));
    passOnDays(story, gatherer, { to: relief, keep: 0, days });
  }
  runPrincipal(story, relief);
  return [relief, ...gatherers];
}

/**
 * Volunteers with collecting boxes: each brings the coins of the week to the counter, takes gifts of passers-by by phone,
 * and sends the whole to one charity, to the cent.
 */
export function plantBoxCollectors(stage: Stage): number[] {
  const story = new Story(stage);
  const { random, habits } = story;
  const collectors = story.persons(story.several(3, 10));
  if (collectors.length < 2) return [];
  const charity = story.firm(story.anotherTown());
  const day = inSeason(story, 15, 150);
  gather(story, { gatherers: collectors, givers: [6, 30], gift: logBetween(random, 8, 60), day });
  for (const collector of collectors) {
    const counter = stage.economy.counter(story.townOf(collector));
    for (let box = story.several(1, 8); box > 0; box--) {
      story.collect(counter, collector, logBetween(random, 2000, 40_000), day(), 'cash');
    }
    const days = payingDays(story, logBetween(random, 5, 30));
    passOnDays(story, collector, { to: charity, keep: habits.roundTo > 1000 ? 0.02 : 0, days });
  }
  runPrincipal(story, charity);
  return [charity, ...collectors];
}

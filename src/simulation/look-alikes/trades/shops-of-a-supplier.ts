import { between, chance, everySoOften, wholeBetween } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { payingDays, steadily, waiting } from '../story/calendar.js';
import { runPrincipal, spendMargin } from '../story/living.js';
import { passOnDays, passWhenEnough } from '../story/passing-on.js';
import { drawPrices, drawTerms, logBetween } from '../story/prices.js';
import { sell } from '../story/selling.js';
import { Story } from '../story/story.js';

/** Farm shops that sell for one dairy: baskets and half a calf, paid by passers-by; the dairy is paid every week or two. */
export function plantFarmShops(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const shops = story.agents(story.several(3, 10));
  if (shops.length < 2) return [];
  const dairy = story.principal(story.anotherTown(), 0.5);
  const price = drawPrices(story, 15, 260);
  sell(story, {
    agents: shops,
    customers: [8, 40],
    price,
    terms: drawTerms(story, 'whole'),
    day: steadily(story),
    refunds: 0,
  });
  const rhythm = between(random, 4, 18);
  for (const shop of shops) {
    passOnDays(story, shop, { to: dairy, keep: between(random, 0.15, 0.45), days: payingDays(story, rhythm) });
    spendMargin(story, shop);
  }
  runPrincipal(story, dairy);
  return [dairy, ...shops];
}

/**
 * Shops for phones with one operator: handsets and contracts paid once; the operator is paid on fixed days, or as soon as
 * the credit it gives the shop is used up.
 */
export function plantPhoneShops(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const shops = story.agents(story.several(2, 12));
  if (shops.length < 2) return [];
  const operator = chance(random, 0.4) ? story.payee('telecom') : story.principal(story.anotherTown(), 0.2);
  sell(story, {
    agents: shops,
    customers: [6, 35],
    price: drawPrices(story, 40, 900),
    terms: drawTerms(story, 'whole', 'whole', 'instalments'),
    day: steadily(story),
  });
  const credit = logBetween(random, 60_000, 900_000);
  const byCredit = chance(random, 0.5);
  const rhythm = wholeBetween(random, 3, 30);
  for (const shop of shops) {
    const onward = { to: operator, keep: between(random, 0.03, 0.2) };
    if (byCredit) passWhenEnough(story, shop, { ...onward, minor: credit, hours: waiting(story, 1, 48) });
    else
      passOnDays(story, shop, { ...onward, days: everySoOften(stage.clock.days, rhythm, wholeBetween(random, 0, 6)) });
    spendMargin(story, shop);
  }
  return [operator, ...shops];
}

/**
 * Branches of one franchise without any payroll in the books, since owners work themselves: customers pay once, and goods
 * and licence take most of the week's takings.
 */
export function plantQuietFranchise(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const branches = story.agents(story.several(3, 12));
  if (branches.length < 2) return [];
  const head = story.principal(story.anotherTown(), 0.2);
  const price = drawPrices(story, 60, 1800);
  const terms = drawTerms(story, 'whole', 'deposit');
  sell(story, { agents: branches, customers: [5, 30], price, terms, day: steadily(story) });
  const days = payingDays(story, between(random, 5, 16));
  for (const branch of branches) {
    passOnDays(story, branch, { to: head, keep: between(random, 0.08, 0.35), days });
    spendMargin(story, branch);
  }
  runPrincipal(story, head);
  return [head, ...branches];
}

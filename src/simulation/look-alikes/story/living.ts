import { between, chance, pick, wholeBetween } from '../../draws.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../../world-clock.js';
import { payingDays, waiting } from './calendar.js';
import { passInRuns, passOnDays } from './passing-on.js';
import { logBetween } from './prices.js';
import { type Story } from './story.js';

/**
 * Spends what stayed with an agent: cash, purchases, a desk that is rented, advertising. Comes last, since it takes only
 * what nothing else needs. A third of the agents leave it where it is, or spend it from another account.
 */
export function spendMargin(story: Story, agent: number): void {
  const { random, stage } = story;
  if (chance(random, 0.33)) return;
  const asCash = random();
  const landlord = chance(random, 0.25) ? pick(random, stage.economy.around(agent).landlords) : -1;
  for (const time of spendingTimes(story, agent)) {
    let left = story.held(agent, time) * between(random, 0.4, 1);
    if (landlord >= 0) left -= story.pass(agent, landlord, Math.min(left, 120_000), time, 'wire');
    for (let purchase = wholeBetween(random, 1, 3); purchase > 0 && left > 1000; purchase--) {
      const minor = left * between(random, 0.2, 0.9);
      const when = time + between(random, 0.1, 60) * HOUR_SECONDS;
      left -= chance(random, asCash)
        ? story.drawCash(agent, Math.floor(minor / 1000) * 1000, when)
        : story.pass(agent, stage.economy.shopFor(agent, random), minor, when, 'card');
    }
  }
}

/** Either soon after money came in, again and again, or on days that have nothing to do with it. */
function spendingTimes(story: Story, agent: number): number[] {
  const { random, stage } = story;
  if (chance(random, 0.5)) {
    return payingDays(story, logBetween(random, 1.5, 40)).map((day) => stage.clock.moment(day, random));
  }
  const hours = waiting(story, 6, 200);
  return story.receipts(agent).map(({ time }) => Math.floor(time + hours() * HOUR_SECONDS));
}

/** How much of a receiver's business the books show. Wages are the exception: most firms pay them from another bank. */
const SIGHTS = ['nothing', 'bulk', 'bulk', 'suppliers', 'suppliers', 'freelancers', 'partner', 'wages'] as const;

/**
 * What happens further up, as far as the books show it: nothing, some large payments to one or two others, suppliers and
 * rent, private people who work for it now and then, a private partner who does the buying, in the rarest case wages. A
 * receiver often has customers of its own, too.
 */
export function runPrincipal(story: Story, account: number, also: { readonly ownCustomers?: () => number } = {}): void {
  const { random, stage } = story;
  if (also.ownCustomers !== undefined && chance(random, 0.5)) {
    for (const customer of story.customers(story.several(2, 40), story.townOf(account))) {
      story.collect(customer, account, also.ownCustomers(), random() * stage.clock.days);
    }
  }
  const sight = pick(random, SIGHTS);
  if (sight === 'nothing') return;
  const local = stage.economy.around(account);
  const keep = between(random, 0.02, 0.5);
  const days = payingDays(story, logBetween(random, 2, 40));
  if (sight === 'bulk') {
    const [above, other] = [
      pick(random, local.wholesalers),
      chance(random, 0.5) ? story.firm(story.anotherTown()) : -1,
    ];
    passOnDays(story, account, { to: () => (other >= 0 && chance(random, 0.5) ? other : above), keep, days });
    return;
  }
  if (sight === 'freelancers') {
    const workers = story.persons(story.several(2, 5));
    if (workers.length > 0) passOnDays(story, account, { to: () => pick(random, workers), keep, days });
    return;
  }
  if (sight === 'partner') {
    const partner = story.person(story.anotherTown());
    if (partner < 0) return;
    passInRuns(story, account, { to: partner, keep, hours: waiting(story, 3, 200) });
    const above = pick(random, local.wholesalers);
    passOnDays(story, partner, { to: above, keep: between(random, 0.03, 0.6), days });
    return;
  }
  const suppliers = Array.from({ length: wholeBetween(random, 1, 4) }, () => pick(random, local.wholesalers));
  passOnDays(story, account, { to: () => pick(random, suppliers), keep: Math.max(keep, 0.25), days });
  const staff = sight === 'wages' ? story.customers(story.several(1, 5), story.townOf(account)) : [];
  const wage = between(random, 90_000, 260_000) * stage.regime.incomeLevel;
  for (const day of stage.clock.monthly(wholeBetween(random, 1, 27))) {
    const time = stage.clock.officeMoment(day, random);
    for (const member of staff) story.pass(account, member, wage * between(random, 0.9, 1.1), time, 'wire');
    story.pass(account, pick(random, local.landlords), story.held(account, time) * 0.1, time + DAY_SECONDS, 'wire');
    if (chance(random, 0.3)) {
      story.pass(account, local.office, story.held(account, time) * 0.15, time + 2 * DAY_SECONDS, 'wire');
    }
  }
}

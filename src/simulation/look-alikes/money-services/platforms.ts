import { between, chance, pick } from '../../draws.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../../world-clock.js';
import { dates, inSeason, payingDays, steadily, waiting } from '../story/calendar.js';
import { passEach, passInRuns, passOnDays } from '../story/passing-on.js';
import { drawPrices, logBetween } from '../story/prices.js';
import { Story } from '../story/story.js';

/** Crowdfunding platforms: backers pay the platform, which pays each campaign after its last day, less a fee. */
export function plantCrowdfundingPlatform(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const platform = story.firm(story.anotherTown());
  const campaigns = story.agents(story.several(3, 10));
  if (campaigns.length < 2) return [];
  const maker = story.principal();
  for (const campaign of campaigns) {
    const gift = drawPrices(story, 15, 260);
    const day = inSeason(story, 10, 45);
    let total = 0;
    let last = 0;
    for (const backer of story.customers(story.several(8, 40), story.townOf(campaign))) {
      const minor = gift();
      const when = day();
      if (!story.collect(backer, platform, minor, when, chance(random, 0.6) ? 'card' : 'wire')) continue;
      total += minor;
      last = Math.max(last, when);
    }
    const time = Math.floor((last + between(random, 2, 16)) * DAY_SECONDS);
    story.pass(platform, campaign, total * between(random, 0.9, 0.97), time, 'wire');
    passInRuns(story, campaign, { to: maker, keep: between(random, 0.1, 0.7), hours: waiting(story, 10, 500) });
  }
  return [platform, maker, ...campaigns];
}

/** A marketplace that holds a buyer's money until the parcel has come, then pays the seller; disputes go back. */
export function plantMarketplaceEscrow(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const escrows = Array.from({ length: story.several(1, 3) }, () => story.firm(story.anotherTown()));
  const price = drawPrices(story, 30, 1800);
  const sellers = story.customers(story.several(10, 60));
  if (sellers.length === 0) return [];
  const buyers = story.customers(story.several(20, 120)).filter((buyer) => !sellers.includes(buyer));
  const day = steadily(story);
  for (const buyer of buyers) story.collect(buyer, pick(random, escrows), price(), day());
  const disputes = between(random, 0, 0.1);
  const wait = waiting(story, 24, 400);
  const fee = between(random, 0.01, 0.12);
  for (const escrow of escrows) {
    for (const receipt of story.receipts(escrow)) {
      const time = receipt.time + Math.floor(wait() * HOUR_SECONDS);
      if (chance(random, disputes)) story.refund(escrow, receipt, 1, time);
      else story.pass(escrow, pick(random, sellers), receipt.minor * (1 - fee), time);
    }
  }
  return escrows;
}

/**
 * A site for betting with several accounts for deposits, changed now and then: players pay in, the accounts are swept to
 * the operator every night or week, and the operator pays winners.
 */
export function plantBettingSite(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const tills = Array.from({ length: story.several(2, 6) }, () => story.principal(story.anotherTown(), 0.2));
  const operator = story.firm(story.anotherTown());
  const stake = drawPrices(story, 10, 250);
  const changed = chance(random, 0.5);
  const players = story.customers(story.several(20, 90));
  for (const player of players) {
    for (let bets = story.several(1, 6); bets > 0; bets--) {
      const day = between(random, 0, stage.clock.days);
      const turn = Math.floor((day / stage.clock.days) * tills.length);
      story.collect(
        player,
        changed ? tills[turn]! : pick(random, tills),
        stake(),
        day,
        chance(random, 0.3) ? 'card' : undefined,
      );
    }
  }
  const rhythm = logBetween(random, 1, 10);
  for (const till of tills) passOnDays(story, till, { to: operator, keep: 0, days: payingDays(story, rhythm) });
  for (const player of players) {
    if (chance(random, 0.35))
      story.pass(operator, player, stake() * between(random, 0.5, 8), Math.floor(random() * stage.clock.seconds));
  }
  return [operator, ...tills];
}

/** Heads of lottery syndicates: small shares each week, tickets at one lottery agent, and now and then a prize to divide. */
export function plantLotterySyndicates(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const heads = story.persons(story.several(2, 7));
  if (heads.length < 2) return [];
  const lottery = story.principal(story.town, 0.2);
  const draws = dates(story, between(random, 10, 30));
  for (const head of heads) {
    const members = story.customers(story.several(4, 14), story.townOf(head));
    const share = drawPrices(story, 4, 45)();
    const ahead = chance(random, 0.4);
    for (const draw of ahead ? draws.slice(0, 1) : draws) {
      for (const member of members)
        story.collect(member, head, ahead ? share * draws.length : share, draw - between(random, 0, 4));
    }
    passOnDays(story, head, { to: lottery, keep: 0.02, days: draws });
    if (!chance(random, 0.5)) continue;
    const time = Math.floor((pick(random, draws) + between(random, 1, 5)) * DAY_SECONDS);
    const prize = story.pass(lottery, head, story.held(lottery, time) * between(random, 0.1, 0.6), time, 'wire');
    for (const member of members)
      story.pass(head, member, prize / (members.length + 1), time + Math.floor(between(random, 2, 60) * HOUR_SECONDS));
  }
  return [lottery, ...heads];
}

/**
 * People who trade crypto with others from account to account: strangers pay for coins, and each trader buys more at the
 * same exchange within minutes to hours; profits are thin and volumes high.
 */
export function plantCryptoTraders(stage: Stage): number[] {
  const story = new Story(stage);
  const { random } = story;
  const traders = story.persons(story.several(2, 9));
  if (traders.length < 2) return [];
  const exchange = story.payee('exchange');
  const price = drawPrices(story, 60, 2200);
  const day = steadily(story);
  for (const trader of traders) {
    for (const buyer of story.customers(story.several(8, 45), story.townOf(trader))) {
      for (let times = story.several(1, 3); times > 0; times--) story.collect(buyer, trader, price(), day());
    }
    const onward = { to: exchange, keep: between(random, 0.005, 0.05), hours: waiting(story, 0.1, 24) };
    if (chance(random, 0.5)) passEach(story, trader, onward);
    else passInRuns(story, trader, onward);
  }
  return [exchange, ...traders];
}

import { shuffle, UsageError } from '../../foundation/index.js';
import { chance, pick } from '../draws.js';
import { type Stage } from '../stage.js';
import { CardSettlement } from './card-settlement.js';
import { evenOutDesks } from './desk-floats.js';
import { earn } from './earning.js';
import { drawPerson, type Everyday, type Person } from './everyday.js';
import { tradeAbroad, tradeAmongFirms } from './firms.js';
import { Flows } from './flows.js';
import { payFriends } from './friendship.js';
import { type Habits, type Pace } from './habits.js';
import { liveOnce } from './live-once.js';
import { meetLargeEvent } from './large-events.js';
import { Neighbours } from './neighbours.js';
import { moveOwnMoney } from './own-accounts.js';
import { helpRelatives } from './relatives.js';
import { spend } from './spending.js';
import { payStandingCosts } from './standing-costs.js';

/**
 * Everybody's ordinary life, until the books show exactly `transfers` rows: first of those who have a part in a story,
 * then one neighbourhood after another; then the firms they pay and work for; then whatever room is left.
 */
export function liveInRegime(stage: Stage, { habits, pace }: Pace, transfers: number): void {
  const { sheet, regime, people } = stage;
  const everyday: Everyday = { stage, habits, neighbours: new Neighbours(stage), pace };
  const cards = regime.acquirer ? new CardSettlement(stage) : undefined;
  const isFilledTo = (limit: number): boolean => sheet.seenCount + (cards?.pending() ?? 0) >= limit;
  const isFull = (): boolean => isFilledTo(transfers);
  const forFirms = Math.floor((transfers - sheet.seenCount) * habits.firms);
  const lived: Person[] = [];
  for (const account of inOrderOfTelling(stage)) {
    if (isFilledTo(transfers - forFirms)) break;
    if (people.life(account) === 'none') continue;
    const person = drawPerson(everyday, account);
    lived.push(person);
    live(everyday, person);
  }
  const flows = new Flows(stage);
  evenOutDesks(everyday, flows, isFull);
  tradeAmongFirms(everyday, flows, isFull);
  if (habits.firms >= 0.2) tradeAbroad(everyday, isFull);
  while (!isFull()) fillUp(everyday, lived, true);
  cards?.settle();
  while (sheet.seenCount < transfers) fillUp(everyday, lived, false);
  sheet.rewindToSeen(transfers);
}

/**
 * Rows that the books show of one person's life, on the average of everybody on a stage, which serves for nothing else
 * afterwards.
 */
export function rowsPerPerson(stage: Stage, habits: Habits): number {
  const everyday: Everyday = { stage, habits, neighbours: new Neighbours(stage), pace: 1 };
  const { people, sheet } = stage;
  for (let account = 0; account < people.count; account++) live(everyday, drawPerson(everyday, account));
  return sheet.seenCount / people.count;
}

/** Who has no other income lives on what a story brings in, and pays rent and bills from it like everybody else. */
function live(everyday: Everyday, person: Person): void {
  const hasOtherIncome = everyday.stage.people.life(person.account) !== 'idle';
  if (hasOtherIncome) earn(everyday, person);
  payStandingCosts(everyday, person);
  if (hasOtherIncome) {
    moveOwnMoney(everyday, person);
    meetLargeEvent(everyday, person);
    helpRelatives(everyday, person);
  }
  spend(everyday, person);
  payFriends(everyday, person);
}

/**
 * Something small on the account of somebody who uses theirs much.
 * @throws UsageError `world-unseen` if a thousand attempts leave nothing in the books
 */
function fillUp(everyday: Everyday, lived: readonly Person[], cards: boolean): void {
  const { random, people } = everyday.stage;
  for (let tries = 0; tries < 1000; tries++) {
    const person = lived.length > 0 ? pick(random, lived) : drawPerson(everyday, people.anyone(random));
    if (chance(random, person.pace / 3) && liveOnce(everyday, person, cards)) return;
  }
  throw new UsageError('world-unseen', 'Expected books that show ordinary life but nearly nothing of it is seen');
}

function inOrderOfTelling({ people, random }: Stage): number[] {
  const inStory: number[] = [];
  const blocks: number[][] = [];
  for (let person = 0; person < people.count; person++) {
    if (people.inStory[person] === 1) inStory.push(person);
    else (blocks[Math.floor(person / people.neighbourhood)] ??= []).push(person);
  }
  return [...shuffle(inStory, random), ...shuffle(blocks.filter(Boolean), random).flat()];
}

import { between, chance } from '../../draws.js';
import { HOUR_SECONDS } from '../../world-clock.js';
import { type Receipt, type Story } from './story.js';

/** Where money goes on to, and how much of it stays. */
export interface Onward {
  /** The next account, or the one for a receipt. */
  readonly to: number | ((receipt: Receipt) => number);
  /** Share that stays with the account, 0..1; it varies by a fifth from time to time. */
  readonly keep: number;
}

/** Every receipt goes on by itself some hours later: an order is placed, a fee is paid, a sale is settled. */
export function passEach(story: Story, account: number, onward: Onward & { readonly hours: () => number }): void {
  for (const receipt of story.receipts(account)) {
    const time = receipt.time + onward.hours() * HOUR_SECONDS;
    story.pass(account, nextOf(onward, receipt), receipt.due * goingOn(story, onward.keep), time);
  }
}

/** The first receipt waits some hours; then everything that has come in by then goes on at once. */
export function passInRuns(story: Story, account: number, onward: Onward & { readonly hours: () => number }): void {
  const receipts = story.receipts(account);
  for (let i = 0; i < receipts.length;) {
    const first = receipts[i]!;
    const time = first.time + onward.hours() * HOUR_SECONDS;
    let due = 0;
    for (; i < receipts.length && receipts[i]!.time <= time; i++) due += receipts[i]!.due;
    story.pass(account, nextOf(onward, first), due * goingOn(story, onward.keep), time);
  }
}

/**
 * On certain days, in office hours, everything that came in since the day before goes on; where nobody gives credit, as
 * soon as it is there.
 */
export function passOnDays(story: Story, account: number, onward: Onward & { readonly days: readonly number[] }): void {
  if (noCredit(story, account, onward)) return;
  const receipts = story.receipts(account);
  let i = 0;
  for (const day of [...onward.days].sort((left, right) => left - right)) {
    const time = story.stage.clock.officeMoment(Math.floor(day), story.random);
    let due = 0;
    const first = receipts[i];
    for (; i < receipts.length && receipts[i]!.time <= time; i++) due += receipts[i]!.due;
    if (first !== undefined) story.pass(account, nextOf(onward, first), due * goingOn(story, onward.keep), time);
  }
}

/**
 * Money waits until there is enough of it, then it goes on within hours; what is left when nothing more comes mostly goes
 * on as well. `minor` is at the price level of the `all-columns` world.
 */
export function passWhenEnough(
  story: Story,
  account: number,
  onward: Onward & { readonly minor: number; readonly hours: () => number },
): void {
  if (noCredit(story, account, onward)) return;
  const receipts = story.receipts(account);
  const enough = onward.minor * story.stage.regime.incomeLevel;
  const rest = chance(story.random, 0.75);
  let due = 0;
  receipts.forEach((receipt, i) => {
    due += receipt.due;
    const last = i === receipts.length - 1 && rest;
    if (due < enough && !last) return;
    const time = receipt.time + onward.hours() * HOUR_SECONDS * (due < enough ? 2 : 1);
    story.pass(account, nextOf(onward, receipt), due * goingOn(story, onward.keep), time);
    due = 0;
  });
}

/** Money of one person that is due at a time of its own, for instance a fortnight before they travel. */
export function passAt(
  story: Story,
  account: number,
  onward: Onward & { readonly time: (receipt: Receipt) => number },
): void {
  if (noCredit(story, account, onward)) return;
  for (const receipt of story.receipts(account)) {
    const time = Math.max(onward.time(receipt), receipt.time + 600);
    story.pass(account, nextOf(onward, receipt), receipt.due * goingOn(story, onward.keep), time);
  }
}

/** Lets money go on at once if nobody gives credit in this story. */
function noCredit(story: Story, account: number, onward: Onward): boolean {
  const { noCredit: level } = story.habits;
  if (level === 0) return false;
  passInRuns(story, account, { ...onward, hours: () => level * between(story.random, 0.3, 1.7) });
  return true;
}

function nextOf({ to }: Onward, receipt: Receipt): number {
  return typeof to === 'number' ? to : to(receipt);
}

function goingOn(story: Story, keep: number): number {
  return Math.min(1, Math.max(0, 1 - keep * between(story.random, 0.8, 1.2)));
}

import { type Channel } from '../../../ledger/index.js';
import { between, chance } from '../../draws.js';
import { HOUR_SECONDS } from '../../world-clock.js';
import { Cast } from './cast.js';
import { drawChannel } from './habits.js';

/** Money that came to somebody in a story: who paid, when (seconds since the start), minor units. */
export interface Receipt {
  readonly payer: number;
  readonly time: number;
  readonly minor: number;
  /** What of it has not been given back to the payer. */
  due: number;
}

/**
 * One innocent story being told: what came in, and what went on. Whoever passes money on can only pass on what is there:
 * amounts are cut to what the account received in the story and has not paid out yet. What the books of a regime do not
 * show has happened all the same. All of a story is in one currency, that of its home town.
 */
export class Story extends Cast {
  readonly #receipts = new Map<number, Receipt[]>();
  readonly #paid = new Map<number, number>();

  /**
   * Somebody from outside pays somebody in the story, in pieces if one payment cannot hold it.
   * @returns whether any of it falls into the period
   */
  collect(payer: number, receiver: number, minor: number, day: number, by?: Channel): boolean {
    const { clock } = this.stage;
    const { visitLimit } = this.habits;
    const split = minor > visitLimit && minor < 8 * visitLimit;
    let left = Math.max(100, Math.floor(minor));
    let happened = false;
    for (let visit = 0; left > 0; visit++) {
      const piece = split
        ? Math.min(left, Math.floor((visitLimit * between(this.random, 0.8, 1)) / 1000) * 1000)
        : left;
      left -= piece;
      const time = clock.moment(Math.floor(day) + Math.floor(visit / 2), this.random) + Math.floor(this.random() * 60);
      const channel = by ?? drawChannel(this.random, this.habits.paidBy);
      if (this.#write(payer, receiver, piece, time, channel)) happened = true;
    }
    return happened;
  }

  /**
   * A member pays out of what the story brought in, at most what is there at that time.
   * @returns minor units paid, 0 if nothing was there or the period is over
   */
  pass(from: number, to: number, minor: number, time: number, by?: Channel): number {
    if (from === to || time < 0 || time >= this.stage.clock.seconds) return 0;
    const { onwardLimit, roundTo, wired } = this.habits;
    const wanted = minor > 20 * roundTo ? Math.floor(minor / roundTo) * roundTo : Math.floor(minor);
    let left = Math.min(wanted, this.held(from, time));
    if (left < 100) return 0;
    let paid = 0;
    for (let piece = 0; left > 0; piece++) {
      const part = Math.min(left, onwardLimit);
      left -= part;
      const when = Math.floor(time + piece * between(this.random, 0.3, 20) * HOUR_SECONDS);
      const channel = by ?? (chance(this.random, wired) ? 'wire' : drawChannel(this.random, this.habits.personal));
      if (!this.#write(from, to, part, when, channel)) continue;
      this.#paid.set(from, (this.#paid.get(from) ?? 0) + part);
      paid += part;
    }
    return paid;
  }

  /** Somebody pays out of means that have nothing to do with the story: wages, savings, a loan. */
  give(from: number, to: number, minor: number, time: number, by?: Channel): void {
    this.#write(from, to, Math.max(100, Math.floor(minor)), time, by ?? drawChannel(this.random, this.habits.personal));
  }

  /** Takes cash out of what an account holds, at the counter of its home town. */
  drawCash(from: number, minor: number, time: number): number {
    return this.pass(from, this.stage.economy.counter(this.townOf(from)), minor, time, 'cash');
  }

  /** Gives a payer back a share of one receipt; what is given back is not passed on. */
  refund(holder: number, receipt: Receipt, share: number, time: number): void {
    const given = this.pass(holder, receipt.payer, receipt.due * share, time);
    receipt.due -= given;
  }

  /** What an account received up to a time and has not paid out, now or later, in minor units; never below 0. */
  held(account: number, time: number): number {
    let minor = -(this.#paid.get(account) ?? 0);
    for (const receipt of this.#receipts.get(account) ?? []) if (receipt.time <= time) minor += receipt.minor;
    return Math.max(0, minor);
  }

  /** What an account received, in order of time. */
  receipts(account: number): Receipt[] {
    return [...(this.#receipts.get(account) ?? [])].sort((left, right) => left.time - right.time);
  }

  #write(from: number, to: number, minor: number, time: number, channel: Channel): boolean {
    const { sheet, clock } = this.stage;
    if (from === to || time < 0 || time >= clock.seconds) return false;
    sheet.add(time, from, to, minor, { channel, currency: this.currency });
    const receipt = { payer: from, time, minor, due: minor };
    const known = this.#receipts.get(to);
    if (known === undefined) this.#receipts.set(to, [receipt]);
    else known.push(receipt);
    return true;
  }
}

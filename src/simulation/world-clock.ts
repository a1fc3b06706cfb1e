import { DAY_MS, type RandomSource } from '../foundation/index.js';

export const DAY_SECONDS = 86_400;
export const HOUR_SECONDS = 3600;

/** The simulated period: whole UTC days from midnight on. Times of the world are seconds since its start. */
export class WorldClock {
  readonly startMs: number;
  readonly days: number;
  /** Day number of the first of every calendar month that the period touches; the first may be negative. */
  readonly monthStarts: readonly number[];
  readonly #roundTheClock: boolean;

  /** @param roundTheClock whether people of all time zones are awake in turn; default they live in one */
  constructor(startMs: number, days: number, roundTheClock = false) {
    this.#roundTheClock = roundTheClock;
    this.startMs = startMs - (((startMs % DAY_MS) + DAY_MS) % DAY_MS);
    this.days = days;
    const first = new Date(this.startMs);
    const starts: number[] = [];
    for (let month = 0; ; month++) {
      const monthMs = Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, 1);
      const day = (monthMs - this.startMs) / DAY_MS;
      if (day >= days) break;
      starts.push(day);
    }
    this.monthStarts = starts;
  }

  get seconds(): number {
    return this.days * DAY_SECONDS;
  }

  /** Days of the period that are the `offset`-th after the first of a month (0 = the first itself). */
  monthly(offset: number): number[] {
    return this.monthStarts.map((start) => start + offset).filter((day) => day >= 0 && day < this.days);
  }

  /** A moment of a day in waking hours, most often around the middle of the day. */
  moment(day: number, random: RandomSource): number {
    const waking = 7 + 7.5 * (random() + random());
    const hours = this.#roundTheClock ? (waking + 24 * random() * random()) % 24 : waking;
    return day * DAY_SECONDS + Math.floor(hours * HOUR_SECONDS);
  }

  /** A moment of a day in office hours. */
  officeMoment(day: number, random: RandomSource): number {
    return day * DAY_SECONDS + Math.floor((8 + 9 * random()) * HOUR_SECONDS);
  }
}

import { DAY_MS } from '../../foundation/index.js';
import { greatest } from '../../structures/index.js';

/** So many times a week something happens, and how plainly. */
export interface WeeklyRhythm {
  /** 1, 2 or 3 peaks a week. */
  readonly peaks: number;
  /** 0 = spread evenly over the days of the week, 1 = all at the same distance in the week. */
  readonly strength: number;
}

const WEEK_DAYS = 7;
/** With fewer events the tail of Rayleigh's test is no good approximation [choice]. */
const LEAST_EVENTS = 10;
/** Greatest chance of such a rhythm where days are drawn at random, for all three numbers of peaks together [choice]. */
const MOST_CHANCE = 0.01;
const PEAKS = [1, 2, 3] as const;

/**
 * Whether events keep to one, two or three days a week: the length of the mean of the unit vectors of their days, at so many
 * turns a week, the greatest of the three. Three is the most that days can show. Undefined where chance does as well, by Rayleigh's
 * test (exp(-n R^2), times three) or for fewer than ten events. Days are those of UTC: by local ones, events around midnight may
 * belong to the day before or after. What it says is that days repeat, which shops and pay days do too. O(events).
 */
export function weeklyRhythm(timesMs: Iterable<number>): WeeklyRhythm | undefined {
  const counts = new Float64Array(WEEK_DAYS);
  let events = 0;
  for (const time of timesMs) {
    const day = Math.floor(time / DAY_MS) % WEEK_DAYS;
    counts[(day + WEEK_DAYS) % WEEK_DAYS]!++;
    events++;
  }
  if (events < LEAST_EVENTS) return undefined;
  const strengths = PEAKS.map((peaks) => meanLength(counts, events, peaks));
  const strength = greatest(strengths);
  const chance = PEAKS.length * Math.exp(-events * strength * strength);
  return chance > MOST_CHANCE ? undefined : { peaks: PEAKS[strengths.indexOf(strength)]!, strength };
}

/** Length of the mean unit vector when the week is gone round `turns` times. */
function meanLength(counts: Float64Array, events: number, turns: number): number {
  let [x, y] = [0, 0];
  counts.forEach((count, day) => {
    const angle = (2 * Math.PI * turns * day) / WEEK_DAYS;
    x += count * Math.cos(angle);
    y += count * Math.sin(angle);
  });
  return Math.hypot(x, y) / events;
}

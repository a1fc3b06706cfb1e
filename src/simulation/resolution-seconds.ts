import { type Resolution } from './regimes/regime.js';
import { DAY_SECONDS } from './world-clock.js';

/** Seconds that books of a resolution do not tell apart. */
export function resolutionSeconds(resolution: Resolution): number {
  return resolution === 'day' ? DAY_SECONDS : resolution === 'minute' ? 60 : 1;
}

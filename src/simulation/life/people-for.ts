import { type Regime } from '../regimes/regime.js';
import { type Habits } from './habits.js';

/** Share of the file that planted stories usually take, and the mean pace of a person with a thick history. */
const PLANTED_SHARE = 0.15;
const MEAN_PACE = 1;
/** People among the accounts of a world, businesses and second accounts apart. */
const PEOPLE_PER_ACCOUNT = 0.7;
const MONTH_DAYS = 30.4;

/**
 * About how many people fill a file of so many transfers with their ordinary lives: one usual life's visible rows into
 * what stories and firms leave. An estimate is enough: lives stop when the file is full, and go on when it is not.
 */
export function peopleFor(given: {
  habits: Habits;
  regime: Regime;
  transfers: number;
  density: number | undefined;
}): number {
  const { habits, regime, transfers, density } = given;
  if (density !== undefined) return Math.round((transfers / density) * PEOPLE_PER_ACCOUNT);
  const { wages, bills, rent, savings, topUps, purchases, cash, friends, relatives, traders, oddJobs, large } = habits;
  const wage = wages * (1 + habits.fortnightly + 3 * habits.weekly);
  const standing = wage + bills + rent + savings * 1.2;
  const lively = purchases + cash + friends * 1.4 + topUps * 2.5 + traders * 12 + oddJobs * 3;
  const months = regime.days / MONTH_DAYS;
  const events = (large * regime.days * 4) / 365;
  const thick = months * (standing + MEAN_PACE * lively + relatives * 1.3) + events;
  const thin = months * 0.1 * lively + relatives * 1.3 + 0.3 * events;
  const rows = regime.thickShare * thick + (1 - regime.thickShare) * thin;
  const seen = regime.view === 'one-bank' && regime.name !== 'wallet-app' ? 1.7 / (regime.banks + 1) : 1;
  return Math.round((transfers * (1 - habits.firms - PLANTED_SHARE)) / (rows * seen));
}

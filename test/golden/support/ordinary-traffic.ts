import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type RegimeName, simulateWorld } from '../../../src/simulation/index.js';
import { transfersOf } from '../../support/transfers-of.js';
import { controlSet } from './control-set.js';

/** Which ordinary traffic a case is hidden in: a world without networks, named after the country and currency of the case. */
export interface Traffic {
  /** Whose books. */
  readonly regime: RegimeName;
  /** Draws the home country too; a world of another country throws. */
  readonly seed: number;
  /** First day of the books, midnight UTC. */
  readonly startMs: number;
  readonly days: number;
  /** Ordinary transfers, the control set apart. Default 8,000. */
  readonly transfers?: number;
  readonly country: string;
  readonly currency: string;
  /** What the world calls them, where it knows no such country. Default the same. */
  readonly drawnCountry?: string;
  readonly drawnCurrency?: string;
  /** Units of the currency that buy about what a euro buys. Default 1. */
  readonly unit?: number;
}

/** The books before and around a story: its first day is the 45th. */
export function booksAround(storyStartMs: number, days = 150): Pick<Traffic, 'startMs' | 'days'> {
  return { startMs: Math.floor(storyStartMs / DAY_MS) * DAY_MS - 45 * DAY_MS, days };
}

/** Ordinary transfers of the place and time of a case, and the control set. */
export function ordinaryTraffic(traffic: Traffic): TransferInput[] {
  const { regime, seed, startMs, days, transfers = 8000, country, currency, unit = 1 } = traffic;
  const { drawnCountry = country, drawnCurrency = currency } = traffic;
  const plain = { networks: 0, lookAlikes: 0, columns: 'full', resolution: 'second', disguise: 0 } as const;
  const world = simulateWorld({ seed, transfers, regime, start: startMs, days, ...plain });
  if (world.truth.homes?.includes(drawnCountry) === false) {
    throw new Error(`Expected a world of ${drawnCountry} but seed ${seed} draws ${world.truth.homes.join(', ')}`);
  }
  const lives = transfersOf(world.toLedger().ledger).map((transfer): TransferInput => {
    const { countryFrom, countryTo } = transfer;
    return {
      ...transfer,
      currency: transfer.currency === drawnCurrency ? currency : transfer.currency!,
      countryFrom: countryFrom === drawnCountry ? country : countryFrom!,
      countryTo: countryTo === drawnCountry ? country : countryTo!,
    };
  });
  return [...lives, ...controlSet({ startMs, days, country, currency, unit })];
}

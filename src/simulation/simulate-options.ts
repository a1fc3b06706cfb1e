import { requireOneOf, requireRange, resolveOptions, UsageError } from '../foundation/index.js';
import {
  COLUMN_SETS,
  type ColumnSet,
  REGIME_NAMES,
  type RegimeName,
  type Resolution,
  RESOLUTIONS,
} from './regimes/regime.js';

export interface SimulateOptions {
  /** Seed of all randomness; the same seed and options give the same bytes. Default 1. */
  readonly seed?: number;
  /** Number of transfers, 2,000 to 5,000,000 (fewer without planted stories). Default 200,000. */
  readonly transfers?: number;
  /** Number of planted networks; -1 = one per 40,000 transfers, at least 2. Default -1. */
  readonly networks?: number;
  /**
   * Number of innocent stories of each kind; -1 = one per 50,000 transfers, at least 1, and outside `all-columns` one per
   * 200,000 of as many kinds as there is room for, so that worlds of every size hold about 18 stories beside a network.
   * Fewer if nobody is left to cast, or if they would fill more than two fifths of the file. Default -1.
   */
  readonly lookAlikes?: number;
  /** First moment, UTC milliseconds, not before 1970, moved back to midnight. Default 2024-01-01. */
  readonly start?: number;
  /** Whose books, or 'drawn' = whichever the seed draws. Default 'all-columns', the world of version 0.1.0. */
  readonly regime?: RegimeName | 'drawn';
  /** Length of the period in days, 30 to 430; -1 = as drawn, 180 in `all-columns`. Default -1. */
  readonly days?: number;
  /** How finely the file tells time; 'drawn' = second in `all-columns`. Default 'drawn'. */
  readonly resolution?: Resolution | 'drawn';
  /** Which columns are filled; 'drawn' = all of them in `all-columns`. Default 'drawn'. */
  readonly columns?: ColumnSet | 'drawn';
  /** Usual number of transfers for each account, 2 to 500, roughly met; -1 = that of the regime. Default -1. */
  readonly density?: number;
  /** Share of the banks whose books are seen, 0 to 1, at least one bank; -1 = that of the regime. Default -1. */
  readonly banksSeen?: number;
  /** Share of visible rows lost at random, 0 to 0.5; -1 = as drawn, none in `all-columns`. Default -1. */
  readonly rowsMissing?: number;
  /** How hard networks are to tell from ordinary life, 0 to 1; -1 = as drawn, 0 in `all-columns`. Default -1. */
  readonly disguise?: number;
  /** Share of what comes in that operators keep, 0 to 0.2; -1 = drawn. Default -1. */
  readonly marginKept?: number;
  /** Longest time in hours that an operator holds money, 0.1 to 1,000; -1 = drawn. Default -1. */
  readonly holdHours?: number;
  /** Layers between families and coordinator, 1 to 3; -1 = drawn. Default -1. */
  readonly layers?: number;
  /** Collectors of each network, 1 to 15; -1 = drawn. Default -1. */
  readonly collectors?: number;
  /** Share of the payments on operators' accounts that are ordinary life, 0 to 1; -1 = drawn. Default -1. */
  readonly livedIn?: number;
  /** Share of operators' accounts exchanged for others midway, 0 to 1; -1 = drawn. Default -1. */
  readonly exchangedAccounts?: number;
}

/** In place of a number: draw it. */
const DRAWN = -1;

const DEFAULTS: Required<SimulateOptions> = Object.freeze({
  seed: 1,
  transfers: 200_000,
  networks: DRAWN,
  lookAlikes: DRAWN,
  start: Date.UTC(2024, 0, 1),
  regime: 'all-columns',
  days: DRAWN,
  resolution: 'drawn',
  columns: 'drawn',
  density: DRAWN,
  banksSeen: DRAWN,
  rowsMissing: DRAWN,
  disguise: DRAWN,
  marginKept: DRAWN,
  holdHours: DRAWN,
  layers: DRAWN,
  collectors: DRAWN,
  livedIn: DRAWN,
  exchangedAccounts: DRAWN,
});

/** Lowest and highest value of every numeric option beside `DRAWN`, and whether it must be whole. */
const LIMITS: readonly (readonly [name: keyof SimulateOptions, low: number, high: number, whole: boolean])[] = [
  ['transfers', 100, 5_000_000, true],
  ['networks', 0, 1000, true],
  ['lookAlikes', 0, 1000, true],
  ['start', 0, Date.UTC(9000, 0, 1), true],
  ['days', 30, 430, true],
  ['density', 2, 500, false],
  ['banksSeen', 0, 1, false],
  ['rowsMissing', 0, 0.5, false],
  ['disguise', 0, 1, false],
  ['marginKept', 0, 0.2, false],
  ['holdHours', 0.1, 1000, false],
  ['layers', 1, 3, true],
  ['collectors', 1, 15, true],
  ['livedIn', 0, 1, false],
  ['exchangedAccounts', 0, 1, false],
];

/** @throws UsageError `option-range`, `unknown-option`, `regime`, `resolution`, `columns` */
export function checkOptions(options: SimulateOptions): Required<SimulateOptions> {
  const checked = resolveOptions(DEFAULTS, options, 'simulateWorld');
  for (const [name, low, high, whole] of LIMITS) {
    const value = checked[name] as number;
    if (value === DRAWN && DEFAULTS[name] === DRAWN) continue;
    requireRange(name, value, low, high);
    if (whole && !Number.isInteger(value)) {
      throw new UsageError('option-range', `Expected ${name} to be an integer but received ${value}`);
    }
  }
  requireOneOf('regime', [...REGIME_NAMES, 'drawn'], checked.regime);
  requireOneOf('resolution', [...RESOLUTIONS, 'drawn'], checked.resolution);
  requireOneOf('columns', [...COLUMN_SETS, 'drawn'], checked.columns);
  return checked;
}

/** The value given, or undefined where it is to be drawn. */
export function chosen<T extends number | string>(value: T): Exclude<T, 'drawn'> | undefined {
  return value === DRAWN || value === 'drawn' ? undefined : (value as Exclude<T, 'drawn'>);
}

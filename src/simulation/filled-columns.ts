import { type ColumnSet } from './regimes/regime.js';

/** Columns that a file may leave empty; time, accounts, amount and currency are always there. */
export interface FilledColumns {
  readonly ids: boolean;
  readonly channels: boolean;
  readonly places: boolean;
  readonly countries: boolean;
}

const ALL: FilledColumns = { ids: true, channels: true, places: true, countries: true };

const FILLED: Readonly<Record<ColumnSet, FilledColumns>> = {
  full: ALL,
  'no-places': { ...ALL, places: false },
  'no-channels': { ...ALL, channels: false },
  'no-countries': { ...ALL, countries: false },
  'no-ids': { ...ALL, ids: false },
  chain: { ...ALL, places: false, countries: false },
  bare: { ...ALL, channels: false, places: false, countries: false },
};

/** Which columns of a set hold something. */
export function filledColumns(set: ColumnSet): FilledColumns {
  return FILLED[set];
}

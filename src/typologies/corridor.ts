import { type Citation } from '../evidence/index.js';

/** A way along which journeys go, as an ordered list of countries: data, not code. */
export interface Corridor {
  /** Stable, in small letters and dashes, such as `western-balkans`. */
  readonly id: string;
  /** Raised whenever the positions change. */
  readonly version: number;
  /** Year of the newest source, or in which the way was last reviewed. */
  readonly asOf: number;
  /**
   * In the order of travel. Each position is one or several countries between which there is no order, as codes that may be
   * written in a country column, upper case. No country has two positions.
   */
  readonly positions: readonly (readonly string[])[];
  readonly note: string;
  readonly source: Citation;
}

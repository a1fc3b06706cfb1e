/** The greatest p-value that beats chance: the default of detectors that test chance. */
export const BEATS_CHANCE = 0.01;

/** The greatest share of false ones, on average, among those that are reported in full; likewise. */
export const MOST_FALSE = 0.05;

import { DAY_MS, HOUR_MS, type Precision } from '../../foundation/index.js';

/**
 * A duration given in hours, in the unit of the ledger's times. Durations are inclusive: `tLast - tFirst <= length`.
 *
 * Data with whole days only cannot answer in hours: there the duration is rounded up to whole days (30 h means that the
 * day numbers differ by at most 2). No time of day is ever invented. A step of a simulation has no length in the
 * ledger; it counts as one hour [choice].
 */
export function windowLength(hours: number, precision: Precision): number {
  if (precision === 'step') return hours;
  return precision === 'day' ? Math.ceil(hours / 24) * DAY_MS : hours * HOUR_MS;
}

/** The reverse of {@link windowLength}, for showing: hours between two times of the ledger. */
export function hoursBetween(first: number, last: number, precision: Precision): number {
  return precision === 'step' ? last - first : (last - first) / HOUR_MS;
}

/** What readers must know about windows of this data; empty for clock times. */
export function windowRemarks(precision: Precision): readonly string[] {
  if (precision === 'step') return ['Times are steps of a simulation: one step counts as one hour'];
  return precision === 'day' ? ['Only days are known: windows are rounded up to whole days'] : [];
}

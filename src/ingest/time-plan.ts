import { InputError } from '../foundation/index.js';
import { decideDateOrder } from './decide-date-order.js';
import { type TimeMapping } from './mapping.js';
import { parseZone } from './parse-instant.js';
import { type TimePlan } from './row-plan.js';
import { type PlanCells } from './values/plan-cells.js';
import { DerivedCells } from './values/derived-cells.js';

/** Years of two digits from here on are of the last century, those before of this one. As in POSIX. */
const PIVOT = 70;

/**
 * How the instants of a file are found; decisions are added to `notes`.
 * @throws InputError `date-order-ambiguous`, `zone-unreadable`
 */
export function timePlan(
  time: TimeMapping,
  cells: PlanCells,
  sample: readonly (readonly string[])[],
  notes: string[],
): TimePlan {
  if (time === 'file-order') {
    notes.push('no time in this file: the order of the lines stands in for it');
    return { kind: 'order' };
  }
  const cell = cells.resolve(time.column);
  if ('step' in time) {
    notes.push(`times are steps of one ${time.step}`);
    return { kind: 'step', cell };
  }
  const zoneMinutes = parseZone(time.zone ?? '+00:00');
  if (zoneMinutes === undefined) {
    throw new InputError('zone-unreadable', `Expected an offset such as +02:00 but received ${time.zone ?? ''}`);
  }
  const derived = new DerivedCells(cells.derived);
  const texts = sample.filter((row) => row.length === cells.cellCount).map((row) => derived.extend(row)[cell] ?? '');
  const { pivot = PIVOT } = time;
  const { formats, note } = decideDateOrder(
    time.formats,
    texts.map((text) => text.trim()),
  );
  if (note !== undefined) notes.push(note);
  if (formats.some((format) => /(?<!Y)YY(?!Y)/.test(format))) notes.push(describePivot(pivot));
  if (formats.some((format) => !format.startsWith('unix'))) {
    notes.push(`times without an offset are read as ${time.zone ?? '+00:00, the mapping names none'}`);
  }
  return { kind: 'clock', cell, timeOfDayCell: cells.resolve(time.timeOfDay), formats, zoneMinutes, pivot };
}

function describePivot(pivot: number): string {
  return `two-digit years lie in ${1900 + pivot}-${1999 + pivot}`;
}

import { CHOICE } from './bibliography.js';
import { type Parameter } from './parameter.js';

/** A parameter whose value is a choice of ours, on one line. Its range is what the unit allows, unless given. */
export function chosen(
  unit: Parameter['unit'],
  value: number,
  meaning: string,
  range?: readonly [least: number, greatest: number],
): Parameter {
  return { value, unit, meaning, source: CHOICE, ...(range === undefined ? {} : { range }) };
}

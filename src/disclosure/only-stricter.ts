import { chosen, type Parameter } from '../evidence/index.js';

/** A number that keeps somebody unnamed: it may be set to protect more, and never to protect less than it does unset. */
export function onlyStricter(
  unit: Parameter['unit'],
  value: number,
  range: readonly [least: number, greatest: number],
  meaning: string,
): Parameter {
  return chosen(unit, value, `${meaning}. Its range only protects more: less could name who merely paid`, range);
}

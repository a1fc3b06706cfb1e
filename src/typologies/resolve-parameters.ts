import { requireRange, UsageError } from '../foundation/index.js';
import { type Detector, type Parameter } from './detector.js';

/** What each unit allows where a parameter states no range of its own. */
const UNIT_RANGES: Readonly<Record<Parameter['unit'], readonly [number, number]>> = {
  count: [1, Number.MAX_SAFE_INTEGER],
  share: [0, 1],
  hours: [0, Infinity],
  days: [0, Infinity],
  ratio: [0, Infinity],
  money: [0, Infinity],
  switch: [0, 1],
};

/**
 * A detector's parameters: its defaults, with the given values laid over them.
 *
 * @throws UsageError `unknown-parameter` for a name the detector does not have, `option-range` for a value outside the
 *   parameter's range, `parameter-integer` for a fraction where the unit is a count or a switch
 */
export function resolveParameters(
  detector: Detector,
  given: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  const { id, parameters } = detector;
  const values = new Map(Object.entries(parameters).map(([name, { value }]) => [name, value]));
  for (const [name, value] of Object.entries(given)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      const known = Object.keys(parameters).join(', ');
      throw new UsageError('unknown-parameter', `Expected a parameter of ${id} (${known}) but received ${name}`);
    }
    checkValue(`${id}.${name}`, value, parameter);
    values.set(name, value);
  }
  return Object.freeze(Object.fromEntries(values));
}

function checkValue(name: string, value: number, { unit, range }: Parameter): void {
  const [least, greatest] = range ?? UNIT_RANGES[unit];
  requireRange(name, value, least, greatest);
  if ((unit === 'count' || unit === 'switch') && !Number.isInteger(value)) {
    throw new UsageError('parameter-integer', `Expected a whole number for ${name} but received ${value}`);
  }
}

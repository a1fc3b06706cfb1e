import { requireRange, UsageError } from '../foundation/index.js';
import { type Parameter, type ParameterSet } from './parameter.js';

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

/** A named set of parameters, such as those of one detector. */
export interface ParameterScope<Name extends string = string> {
  /** What the set is called in the manifest and in settings. */
  readonly id: string;
  readonly parameters: ParameterSet<Name>;
}

/**
 * The values in force of a set: its defaults, with the given values laid over them.
 *
 * @throws UsageError `unknown-parameter` for a name the set does not have, `option-range` for a value outside the
 *   parameter's range, `parameter-integer` for a fraction where the unit is a count or a switch
 */
export function resolveParameters<Name extends string>(
  { id, parameters }: ParameterScope<Name>,
  given: Readonly<Record<string, number>> = {},
): Readonly<Record<Name, number>> {
  const values = new Map(Object.entries<Parameter>(parameters).map(([name, { value }]) => [name, value]));
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(parameters, name)) {
      const known = Object.keys(parameters).join(', ');
      throw new UsageError('unknown-parameter', `Expected a parameter of ${id} (${known}) but received ${name}`);
    }
    checkValue(`${id}.${name}`, value, parameters[name as Name]);
    values.set(name, value);
  }
  return Object.freeze(Object.fromEntries(values) as Record<Name, number>);
}

/** The defaults of a set, by name. */
export function defaultsOf<Name extends string>(scope: ParameterScope<Name>): Readonly<Record<Name, number>> {
  return resolveParameters(scope);
}

/** Least and greatest value that a parameter may have, and whether it must be a whole number. */
export function rangeOfParameter({ unit, range }: Parameter): {
  readonly least: number;
  readonly greatest: number;
  readonly isWhole: boolean;
} {
  const [least, greatest] = range ?? UNIT_RANGES[unit];
  return { least, greatest, isWhole: unit === 'count' || unit === 'switch' };
}

function checkValue(name: string, value: number, parameter: Parameter): void {
  const { least, greatest, isWhole } = rangeOfParameter(parameter);
  requireRange(name, value, least, greatest);
  if (isWhole && !Number.isInteger(value)) {
    throw new UsageError('parameter-integer', `Expected a whole number for ${name} but received ${value}`);
  }
}

import { type Citation } from './citation.js';

/**
 * A number that decides something: its default, what it means, and where it comes from. Every one of them stands in the
 * manifest of a run and can be set.
 */
export interface Parameter {
  readonly value: number;
  /** `money`: units of whatever currency is looked at. `switch`: an integer that names a variant; `meaning` lists them. */
  readonly unit: 'count' | 'share' | 'hours' | 'days' | 'ratio' | 'money' | 'switch';
  readonly meaning: string;
  readonly source: Citation;
  /** Least and greatest value allowed. Left out: what the unit allows, see `resolveParameters`. */
  readonly range?: readonly [least: number, greatest: number];
}

/** Current values of a set of parameters, by name. */
export type ParameterValues<Name extends string> = Readonly<Record<Name, number>>;

/** Parameters by name. */
export type ParameterSet<Name extends string = string> = Readonly<Record<Name, Parameter>>;

import { type Account, type Bounded, type Ties } from '../foundation/index.js';
import { type Citation, type CountClass, type EvidenceFamily, type Finding } from '../evidence/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type GuardLists } from './alternatives/index.js';

/** A column that a detector cannot do without. */
export type Requirement = 'amount' | 'time' | 'channel' | 'placeFrom' | 'placeTo';

/** What detectors look at. The label column of a data set is not in here, by type. */
export interface DetectionContext {
  readonly graph: TemporalGraph;
  readonly ties: Ties;
  /** Accounts over the degree cap, ascending: set aside from structural patterns and listed, never lost. */
  readonly hubs: ReadonlySet<Account>;
  /** Accounts that the user vouches for. Default none. */
  readonly guardLists?: GuardLists | undefined;
  /**
   * Tests the innocent alternatives of a finding of the detector that runs, and answers with the finding as it then stands.
   * For detectors that keep a limited number of findings: what is explained must not push out what fires. Undefined once
   * the run has no more tests to make: the finding must then be left out. The runner sets it, and tests what a detector
   * did not. Default: nothing is tested.
   */
  readonly explain?: ((finding: Finding) => Finding | undefined) | undefined;
}

/** A default and where it comes from. */
export interface Parameter {
  readonly value: number;
  /** `money`: units of whatever currency is looked at. `switch`: an integer that names a variant; `meaning` lists them. */
  readonly unit: 'count' | 'share' | 'hours' | 'days' | 'ratio' | 'money' | 'switch';
  readonly meaning: string;
  readonly source: Citation;
  /** Least and greatest value allowed. Left out: what the unit allows, see `resolveParameters`. */
  readonly range?: readonly [least: number, greatest: number];
}

/**
 * The answer of a detector. A missing column never yields an empty list: it yields `notEvaluable` with what is missing.
 */
export type Detection =
  | { readonly status: 'evaluated'; readonly findings: Bounded<Finding>; readonly remarks: readonly string[] }
  | { readonly status: 'notEvaluable'; readonly missing: readonly string[] };

/** Current values of a detector's parameters, by name. */
export type ParameterValues<Name extends string> = Readonly<Record<Name, number>>;

/**
 * One typology: an indicator with its definition, its source, its innocent look-alikes, and the search itself. `detect`
 * is pure; the same context and parameters give the same findings in the same order.
 */
export interface Detector<Name extends string = string> {
  /** Kebab-case, stable: part of the contract with users. */
  readonly id: string;
  /** The domain's indicator number (`I01`), or undefined for a plain graph pattern. */
  readonly indicator: string | undefined;
  /** Raised whenever the definition or a default changes results. */
  readonly version: number;
  readonly title: string;
  /** The question the detector answers, in one sentence. */
  readonly question: string;
  readonly citations: readonly Citation[];
  readonly countClass: CountClass;
  readonly family: EvidenceFamily;
  readonly requires: readonly Requirement[];
  readonly parameters: Readonly<Record<Name, Parameter>>;
  /** Innocent situations of the same shape, as ids A01 .. A17; computable ones are tested per finding. */
  readonly alsoLooksLike: readonly string[];
  detect(context: DetectionContext, parameters: ParameterValues<Name>): Detection;
}

import { type Account, type Bounded, type Ties } from '../foundation/index.js';
import {
  type Citation,
  type CountClass,
  type EvidenceFamily,
  type Finding,
  type Parameter,
  type ParameterValues,
} from '../evidence/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type AlternativeParameters, type GuardLists } from './alternatives/index.js';
import { type ColumnParameters } from './column-parameters.js';
import { type Corridor } from './corridor.js';

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
  /** What innocent alternatives go by. Default `ALTERNATIVE_DEFAULTS`. */
  readonly alternatives?: AlternativeParameters | undefined;
  /** When a column counts as present. Default `COLUMN_DEFAULTS`. */
  readonly columns?: ColumnParameters | undefined;
  /** Corridors of your own beside the library's; one with the id of one of those takes its place. Default none. */
  readonly corridors?: readonly Corridor[] | undefined;
  /**
   * Tests the innocent alternatives of a finding of the detector that runs, and answers with the finding as it then stands.
   * For detectors that keep a limited number of findings: what is explained must not push out what fires. Undefined once
   * the run has no more tests to make: the finding must then be left out. The runner sets it, and tests what a detector
   * did not. Default: nothing is tested.
   */
  readonly explain?: ((finding: Finding) => Finding | undefined) | undefined;
}

/**
 * The answer of a detector. A missing column never yields an empty list: it yields `notEvaluable` with what is missing.
 */
export type Detection =
  | { readonly status: 'evaluated'; readonly findings: Bounded<Finding>; readonly remarks: readonly string[] }
  | { readonly status: 'notEvaluable'; readonly missing: readonly string[] };

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
  /** See {@link Finding.contextOnly}. Default: findings count as their class says. */
  readonly contextOnly?: true;
  readonly family: EvidenceFamily;
  readonly requires: readonly Requirement[];
  readonly parameters: Readonly<Record<Name, Parameter>>;
  /** Innocent situations of the same shape, as ids A01 .. A17; computable ones are tested per finding. */
  readonly alsoLooksLike: readonly string[];
  detect(context: DetectionContext, parameters: ParameterValues<Name>): Detection;
}

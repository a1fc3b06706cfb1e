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
 * Which transfers have to be there around an account so that a detector judges it as in the whole ledger. Each holds the one
 * before.
 *
 * - `star`: all transfers of the account;
 * - `senders`: and those among the accounts that it deals with;
 * - `pairs`: and all transfers of these;
 * - `relations`: and those among whom these deal with.
 */
export type Reach = 'star' | 'senders' | 'pairs' | 'relations';

/**
 * How far a detector looks. A {@link Reach}: each account is judged by itself, wherever its reach is. `targets`: accounts that
 * pass on to the same few are judged together. `window`: accounts along which money could have moved in a short time are.
 * `whole`: everything is needed, so nothing is gained by slices.
 */
export type LocalityKind = Reach | 'targets' | 'window' | 'whole';

/** What a detector must say of itself to be run over slices of a ledger. */
export interface Locality<Name extends string = string> {
  readonly kind: LocalityKind;
  /** What must be there around accounts that are judged together. Default `star`. Only for `targets` and `window`. */
  readonly reach?: Reach;
  /**
   * Values that only ever let more through, outside a parameter's range if need be: with them, and with nothing there but
   * stars, the subjects hold every account that the detector can find in the whole. Default: the values in force.
   */
  readonly relaxed?: Readonly<Partial<Record<Name, number>>>;
  /**
   * Where no values say it, or a detector knows better: every account that a finding can be about, as far as it is whole here, and
   * perhaps more. Then it is not run over stars for that.
   * `slice`: asked of stretches of time, each with everything in it, instead of stars.
   */
  readonly candidates?: {
    readonly from: 'stars' | 'slices';
    list(context: DetectionContext, parameters: ParameterValues<Name>): Iterable<Account>;
  };
  /** Asks of the whole ledger all that `detect` asks of it, and looks for nothing; see `askWhole`. Default: it asks nothing. */
  survey?(context: DetectionContext, parameters: ParameterValues<Name>): unknown;
  /** Greatest length of what `candidates` look for in stretches of time, in the unit of the ledger's times. */
  spanOf?(context: DetectionContext, parameters: ParameterValues<Name>): number;
  /** Accounts that must be whole for a finding to hold: the first is whose finding it is. Default: its subjects. */
  judged?(finding: Finding, graph: TemporalGraph): readonly Account[];
  /** What a decision over all findings of a file makes of them. Default: they stand. */
  merge?(findings: readonly Finding[], parameters: ParameterValues<Name>): readonly Finding[];
}

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
  /** How it is run over slices of a ledger. Default: it is not; it then needs the whole ledger on one machine. */
  readonly locality?: Locality<Name>;
  detect(context: DetectionContext, parameters: ParameterValues<Name>): Detection;
}

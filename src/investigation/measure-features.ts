import { type FeatureTables, numberByAppearance, operatorsOf } from '../disclosure/index.js';
import {
  FEATURE_DEFAULTS,
  type FeatureParameters,
  measureFacts,
  measureFlow,
  measureSigns,
  measureTransferSigns,
  SIGN_DICTIONARY,
  type SignColumn,
  type SignEntry,
  TRANSFER_SIGN_DICTIONARY,
} from '../features/index.js';
import { resolveOptions, UsageError } from '../foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import { type Investigation, type ResolvedInvestigateOptions } from './investigate-options.js';
import { splitParameters } from './judgement-parameters.js';
import { missingForJudgement } from './missing-for-judgement.js';

/** How {@link measureFeatures} works. */
export interface MeasureFeaturesOptions {
  /** Treat all accounts of one holder as one. Default true. */
  readonly joinHolders?: boolean;
  /** Values that replace defaults of the set `features`, by name. Default none. */
  readonly parameters?: Readonly<Record<string, number>>;
  /** Measure every transfer as well. Default false. */
  readonly transfers?: boolean;
  /**
   * An investigation of the same ledger: the operators of its leads are named, and `joinHolders` and `parameters` are its
   * own, so neither may be given beside it. Default none, and then nobody is named.
   */
  readonly investigation?: Investigation | undefined;
}

/** The answer of {@link measureFeatures}. */
export interface MeasuredFeatures {
  readonly tables: FeatureTables;
  /** What the data lack so that nothing could be measured; every value is then missing. Empty = nothing. */
  readonly missing: readonly string[];
  /** What was in force. */
  readonly options: {
    readonly joinHolders: boolean;
    readonly transfers: boolean;
    readonly parameters: FeatureParameters;
  };
  /** Options of the investigation whose operators are named; undefined = nobody is named. */
  readonly namedBy: ResolvedInvestigateOptions | undefined;
}

/**
 * Measures the signs of all accounts of a ledger, and on request those of its transfers, for training and for review. Accounts
 * are row numbers. A sign is no finding and decides nothing; the dictionaries say which are causal, and those of accounts are
 * not: they look at the whole file.
 *
 * What depends on weights (the second pass of the score) is not among them. O(n log n) in the transfers; about 110 bytes a
 * transfer, 150 more with `transfers`.
 *
 * @throws UsageError `features-investigation` if the investigation is of another ledger or options stand beside it,
 *   `unknown-option`, `unknown-parameter`, `option-range`, `parameter-integer`
 * @example
 * const { tables } = measureFeatures(ledger);
 * for (const chunk of accountFeaturesTable(tables)) write(chunk);
 */
export function measureFeatures(ledger: Ledger, options: MeasureFeaturesOptions = {}): MeasuredFeatures {
  const { investigation, transfers, ...given } = resolveOptions(
    {
      joinHolders: undefined as boolean | undefined,
      parameters: undefined as Readonly<Record<string, number>> | undefined,
      transfers: false,
      investigation: undefined as Investigation | undefined,
    },
    options,
    'measureFeatures',
  );
  requireFitting(ledger, investigation, given);
  const joinHolders = investigation?.options.joinHolders ?? given.joinHolders ?? true;
  const chosen = investigation?.options.parameters['features'] ?? given.parameters ?? FEATURE_DEFAULTS;
  const parameters = splitParameters({ features: chosen }).judgement.features;
  const graph = buildTemporalGraph(ledger, { joinHolders });
  const missing = missingForJudgement(ledger);
  const tables: FeatureTables = {
    graph,
    ...numberByAppearance(graph),
    operators: investigation === undefined ? new Map() : operatorsOf(investigation.caseFile),
    ...(missing.length > 0 ? emptySigns(graph, transfers) : measuredSigns(graph, { parameters, transfers })),
  };
  return { tables, missing, options: { joinHolders, transfers, parameters }, namedBy: investigation?.options };
}

function requireFitting(
  ledger: Ledger,
  investigation: Investigation | undefined,
  { joinHolders, parameters }: { readonly joinHolders: unknown; readonly parameters: unknown },
): void {
  if (investigation === undefined) return;
  if (investigation.caseFile.ledger !== ledger) {
    throw new UsageError('features-investigation', 'Expected an investigation of the ledger that is measured');
  }
  if (joinHolders !== undefined || parameters !== undefined) {
    throw new UsageError(
      'features-investigation',
      'Expected joinHolders and parameters to be those of the investigation but received others beside it',
    );
  }
}

type Signs = Pick<FeatureTables, 'accounts' | 'transfers'>;

function measuredSigns(
  graph: TemporalGraph,
  { parameters, transfers }: { readonly parameters: FeatureParameters; readonly transfers: boolean },
): Signs {
  const features = measureFlow(graph, parameters);
  const facts = measureFacts(features);
  return {
    accounts: measureSigns(features, facts),
    transfers: transfers ? measureTransferSigns(features, facts) : undefined,
  };
}

/** Every column, and no value in it. */
function emptySigns({ accountCount, transferCount }: TemporalGraph, transfers: boolean): Signs {
  const empty = (entries: readonly SignEntry[], length: number): SignColumn[] =>
    entries.map(({ name }) => ({ name, values: new Float64Array(length).fill(NaN) }));
  return {
    accounts: empty(SIGN_DICTIONARY, accountCount),
    transfers: transfers ? empty(TRANSFER_SIGN_DICTIONARY, transferCount) : undefined,
  };
}

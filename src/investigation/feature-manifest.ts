import { SIGNS_VERSION } from '../features/index.js';
import { VERSION } from '../foundation/index.js';
import { type GuardListUse } from './guard-use.js';
import { type ResolvedInvestigateOptions } from './investigate-options.js';
import { type MeasuredFeatures } from './measure-features.js';
import { type ManifestChoices } from './manifest.js';
import { type ReadChoices, type ReadReport, type ReadSummary, summariseReading } from './read-summary.js';

/** How a table of features came about: enough to repeat it. Holds no time, no path and no name of an account. */
export interface FeatureManifest extends ReadSummary {
  readonly tool: 'illicit-flows';
  readonly version: string;
  readonly command: 'features';
  /** Version of the formulas: values of two versions must not be mixed. */
  readonly signsVersion: number;
  readonly options: MeasuredFeatures['options'] & ReadChoices;
  /** What decided whom the table names; null = it names nobody. */
  readonly namedBy: (ResolvedInvestigateOptions & { readonly guardLists: readonly GuardListUse[] }) | null;
  readonly results: {
    /** Lines of the table of accounts; how many of them are named as operators of a lead. */
    readonly accounts: number;
    readonly named: number;
    readonly transfers: number;
  };
  /** What the data lack so that every sign is missing; empty = nothing. */
  readonly missing: readonly string[];
}

/** Puts the manifest of a table of features together. */
export function createFeatureManifest(
  { tables, missing, options, namedBy }: MeasuredFeatures,
  report: ReadReport,
  { guardLists = [], ...choices }: ManifestChoices,
): FeatureManifest {
  const { graph, nodes, operators } = tables;
  return {
    tool: 'illicit-flows',
    version: VERSION,
    command: 'features',
    signsVersion: SIGNS_VERSION,
    options: { ...options, ...choices },
    namedBy: namedBy === undefined ? null : { ...namedBy, guardLists },
    ...summariseReading(graph.ledger, report),
    results: { accounts: nodes.length, named: operators.size, transfers: graph.transferCount },
    missing,
  };
}

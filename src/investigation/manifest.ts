import { type ListedNullCheck } from '../disclosure/index.js';
import { VERSION } from '../foundation/index.js';
import { EVIDENCE_WEIGHTS } from '../judgement/index.js';
import { type GuardSummary } from './guard-findings.js';
import { type GuardListUse } from './guard-use.js';
import { type Investigation, type ResolvedInvestigateOptions } from './investigate-options.js';
import { type ReadChoices, type ReadReport, type ReadSummary, summariseReading } from './read-summary.js';

/**
 * How a case came about: enough to repeat it and to know what was not looked at. Holds no time and no path, so that the
 * same input and options give the same bytes.
 */
export interface Manifest extends ReadSummary {
  readonly tool: 'illicit-flows';
  readonly version: string;
  readonly options: ResolvedInvestigateOptions & ReadChoices & Pick<ManifestChoices, 'engine'>;
  /** Whom the user vouched for, from which files, and what that suppressed. */
  readonly guardLists: { readonly files: readonly GuardListUse[] } & GuardSummary;
  /** Evidence weights in force: SHA-256 of the code that measures signs and of that which simulates worlds, shortened. */
  readonly weights: { readonly library: string; readonly signs: string; readonly worlds: string };
  readonly results: {
    /** Leads that are named, and groups too weak to be named. */
    readonly leads: number;
    readonly strong: number;
    readonly weak: number;
    readonly findings: number;
    readonly explained: number;
    readonly hubsSetAside: number;
  };
  /** Leads by chance beside those of the file; left out where no null check was made. */
  readonly nullCheck?: ListedNullCheck;
  readonly notEvaluable: readonly { readonly typology: string; readonly missing: readonly string[] }[];
  /** Searches that a limit stopped; empty = everything was looked at. */
  readonly incomplete: readonly string[];
  readonly remarks: readonly string[];
}

/** What the caller chose, and the guard lists that were read from files. Default no files. */
export interface ManifestChoices extends ReadChoices {
  readonly guardLists?: readonly GuardListUse[];
  /** What looked for patterns in parts; it changes no result. Default: this machine's memory held everything. */
  readonly engine?: EngineUse;
}

/** An engine and how it was used: into how many parts accounts were cut, and what it could hold or which plan it followed. */
export type EngineUse =
  | {
      readonly name: 'duckdb';
      /** Bytes that it could hold in memory. */
      readonly memoryBytes: number;
      readonly parts: number;
    }
  | {
      readonly name: 'spark';
      /** SHA-256 of plan.json. */
      readonly plan: string;
      readonly parts: number;
    };

/** Puts the manifest of a run together. */
export function createManifest(
  { caseFile, options, guarded }: Investigation,
  report: ReadReport,
  { guardLists: files = [], ...choices }: ManifestChoices,
): Manifest {
  return {
    tool: 'illicit-flows',
    version: VERSION,
    options: { ...options, ...choices },
    ...summariseReading(caseFile.ledger, report),
    guardLists: { files, ...guarded },
    weights: weightsInForce(),
    results: {
      leads: caseFile.leads.length,
      strong: caseFile.leads.filter(({ level }) => level === 'strong').length,
      weak: caseFile.unnamed.weak.length,
      findings: caseFile.findings.length,
      explained: caseFile.findings.filter(({ finding }) => finding.status === 'explained').length,
      hubsSetAside: caseFile.hubs.length,
    },
    ...(caseFile.nullCheck === undefined ? {} : { nullCheck: caseFile.nullCheck }),
    notEvaluable: caseFile.notEvaluable,
    incomplete: caseFile.incomplete,
    remarks: caseFile.remarks,
  };
}

function weightsInForce(): Manifest['weights'] {
  const { library, signs, worlds } = EVIDENCE_WEIGHTS.provenance;
  return { library, signs, worlds };
}

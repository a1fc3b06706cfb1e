import { VERSION } from '../foundation/index.js';
import { type GatheringParameters, type TraceCase } from '../disclosure/index.js';
import { describeLimits, describeRules, listedDestinations, orderRule, TRACE_NOTICE } from '../trace/index.js';
import { type GuardListUse } from './guard-use.js';
import { type ReadChoices, type ReadReport, type ReadSummary, summariseReading } from './read-summary.js';

/** What the caller chose about a trace. Accounts and transfers are counted, never listed. */
export interface TraceChoices {
  readonly direction: 'forward' | 'backward';
  readonly rules: readonly string[];
  /** What the claim or the target was given as. */
  readonly claim: { readonly accounts: number; readonly rows: number; readonly unknownEntries: number };
  /** Accounts that destinations were narrowed to; null = all. */
  readonly to: number | null;
  /** Null = no limit. */
  readonly maxHops: number | null;
  readonly minShare: number;
  /** As written; null = no limit. */
  readonly maxWait: string | null;
  /** The case that was asked in: its operators are named, and nobody else. Null = none. */
  readonly case: { readonly leads: number; readonly operators: number } | null;
  /** Lists of accounts that the user vouches for; they are named nowhere. */
  readonly guardLists: readonly GuardListUse[];
  /** What fetched the transfers of the accounts reached from a lake; it changes no figure. Default: all transfers were held. */
  readonly engine?: RoundsUse;
}

/** How a part of a lake was fetched that a question needs. */
export interface RoundsUse {
  readonly name: 'duckdb';
  /** Bytes that the engine could hold in memory. */
  readonly memoryBytes: number;
  /** Times that it was asked. */
  readonly rounds: number;
  /** Transfers that were held of those in the lake. */
  readonly transfers: number;
}

/** How a trace came about: enough to repeat it, and to know what it supposed and left out. No time, no path, no name. */
export interface TraceManifest extends ReadSummary {
  readonly tool: 'illicit-flows';
  readonly version: string;
  readonly command: 'trace';
  readonly notice: string;
  readonly options: TraceChoices &
    ReadChoices & {
      readonly joinHolders: boolean;
      readonly nameShare: number;
      /** Every number that decided which accounts may be named. */
      readonly parameters: { readonly gathering: GatheringParameters };
    };
  /** How transfers of one instant were ordered. */
  readonly instantOrder: string;
  readonly rules: readonly string[];
  readonly assumptions: readonly string[];
  readonly results: {
    readonly claimedTransfers: number;
    readonly sourceAccounts: number;
    /** Lines of the table: destinations, or origins. */
    readonly places: number;
    /** Destinations about which every rule says 0: counted, not listed. */
    readonly unlisted: number;
    /** Accounts listed by name: operators of the case, or without one who gathers money and carries `nameShare` of the claim. */
    readonly named: number;
    readonly protectedPayers: number;
  };
  readonly complete: boolean;
  /** Limits that stopped a rule; empty = every rule was followed to its end. */
  readonly incomplete: readonly string[];
}

/** Puts the manifest of a trace together. */
export function createTraceManifest(
  { trace, names, nameShare, gathering }: TraceCase,
  report: ReadReport,
  choices: TraceChoices & ReadChoices,
): TraceManifest {
  const { graph } = trace;
  const isForward = trace.direction === 'forward';
  const results = isForward ? trace.traces : trace.compositions;
  const { listed: places, unlisted } = isForward ? listedDestinations(trace) : { listed: trace.origins, unlisted: [] };
  const listed = [...new Set(places.map(({ account }) => account))];
  return {
    tool: 'illicit-flows',
    version: VERSION,
    command: 'trace',
    notice: TRACE_NOTICE,
    options: { ...choices, joinHolders: graph.holdersJoined, nameShare, parameters: { gathering } },
    ...summariseReading(graph.ledger, report),
    instantOrder: orderRule(graph),
    rules: describeRules(trace),
    assumptions: describeLimits(trace).slice(1),
    results: {
      claimedTransfers: isForward ? trace.claimedRows.length : trace.targetRows.length,
      sourceAccounts: isForward ? trace.sources.length : 0,
      places: places.length,
      unlisted: unlisted.reduce((sum, { count }) => sum + count, 0),
      named: listed.filter((account) => names.partyOf(account).kind === 'named').length,
      protectedPayers: names.payerCount,
    },
    complete: trace.complete,
    incomplete: results.flatMap(({ rule, stoppedBy }) => (stoppedBy === undefined ? [] : [`${rule}: ${stoppedBy}`])),
  };
}

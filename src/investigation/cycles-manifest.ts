import { type Bounded, VERSION } from '../foundation/index.js';
import { type GatheringParameters, type TraceNames } from '../disclosure/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type CycleCount, type FoundCycle } from '../trace/index.js';
import { type ReadChoices, type ReadReport, type ReadSummary, summariseReading } from './read-summary.js';
import { type TraceChoices } from './trace-manifest.js';

/** Goes with cycles wherever they are shown. */
export const CYCLES_NOTICE = 'A cycle says that money could have come back, not that it did.';

/** What the caller chose about cycles. */
export interface CyclesChoices extends Pick<TraceChoices, 'case' | 'guardLists'> {
  /** As written. */
  readonly window: string;
  /** Null = transfers in any order of time. */
  readonly ties: 'strict' | 'same-instant-allowed' | null;
  readonly minLength: number;
  /** Null = no limit. */
  readonly maxLength: number | null;
  readonly distinctTimes: boolean;
  /** Steps of search, of the count and of the list each; null = the default of each. */
  readonly maxVisits: number | null;
  /** Most cycles listed. */
  readonly maxListed: number;
}

/** How a list of cycles came about: enough to repeat it, and to know what is not in it. No time, no path, no name. */
export interface CyclesManifest extends ReadSummary {
  readonly tool: 'illicit-flows';
  readonly version: string;
  readonly command: 'cycles';
  readonly notice: string;
  readonly options: CyclesChoices &
    ReadChoices & {
      readonly joinHolders: boolean;
      /** Every number that decided which accounts may be named. */
      readonly parameters: { readonly gathering: GatheringParameters };
    };
  readonly results: {
    /** Cycles counted, listed or not, as text: exact at any size. */
    readonly total: string;
    readonly byLength: Readonly<Record<string, string>>;
    /** Cycles in cycles.csv. */
    readonly listed: number;
    /** Accounts on them, and those of them that are named. */
    readonly accounts: number;
    readonly named: number;
  };
  /** Whether every cycle was counted and listed. */
  readonly complete: boolean;
  /** Limits that were met; empty = none. */
  readonly incomplete: readonly string[];
}

/** What {@link createCyclesManifest} is about. */
export interface ListedCycles {
  readonly graph: TemporalGraph;
  readonly count: CycleCount;
  readonly found: Bounded<FoundCycle>;
  readonly names: TraceNames;
  readonly gathering: GatheringParameters;
}

/** Puts the manifest of listed cycles together. */
export function createCyclesManifest(
  { graph, count, found, names, gathering }: ListedCycles,
  report: ReadReport,
  choices: CyclesChoices & ReadChoices,
): CyclesManifest {
  const accounts = [...new Set(found.items.flatMap((cycle) => cycle.accounts))];
  const named = accounts.filter((account) => names.partyOf(account).kind === 'named').length;
  return {
    tool: 'illicit-flows',
    version: VERSION,
    command: 'cycles',
    notice: CYCLES_NOTICE,
    options: { ...choices, joinHolders: graph.holdersJoined, parameters: { gathering } },
    ...summariseReading(graph.ledger, report),
    results: {
      total: String(count.total),
      byLength: Object.fromEntries(count.byLength.map(([length, cycles]) => [length, String(cycles)])),
      listed: found.items.length,
      accounts: accounts.length,
      named,
    },
    complete: count.complete && found.complete,
    incomplete: [
      ...(count.stoppedBy === undefined ? [] : [`count: ${count.stoppedBy}`]),
      ...(found.stoppedBy === undefined ? [] : [`list: ${found.stoppedBy}`]),
    ],
  };
}

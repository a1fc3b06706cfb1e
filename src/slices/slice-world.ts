import { type Account, type Ties, UsageError } from '../foundation/index.js';
import { spanOfData, type WholeAnswer } from '../graph/index.js';
import { type LedgerWorld, worldOf } from '../ledger/index.js';
import {
  type AlternativeParameters,
  type ColumnParameters,
  type Corridor,
  coverageOfAll,
  type DetectionContext,
  type ChosenDetector,
  usualAmounts,
} from '../typologies/index.js';
import { keyOf } from './account-keys.js';
import { type KeyPair } from './slice-row.js';

/** What every slice is told of the whole, as plain data; see also what each row says of its two ends. */
export interface SliceWorld {
  readonly ledger: LedgerWorld;
  readonly holdersJoined: boolean;
  readonly ties: Ties;
  readonly firstMs: number;
  readonly lastMs: number;
  /** What detectors ask of all data. */
  readonly answers: readonly (readonly [question: string, answer: WholeAnswer])[];
  readonly registeredBodies: readonly KeyPair[];
  readonly licensedRemitters: readonly KeyPair[];
  readonly alternatives: AlternativeParameters | undefined;
  readonly columns: ColumnParameters | undefined;
  readonly corridors: readonly Corridor[];
}

/**
 * Asks a whole ledger what its slices must know. O(transfers) for each detector that asks.
 *
 * @throws UsageError `slice-locality` naming the first detector that does not say how far it looks; `source-names` if two
 *   files have one name, by which rows would be mixed up
 */
export function measureWorld(context: DetectionContext, detectors: readonly ChosenDetector[]): SliceWorld {
  requireLocality(detectors);
  const asked = new Map<string, WholeAnswer>();
  const graph = { ...context.graph, asked };
  const { ledger } = graph;
  requireDistinctSources(ledger.sources.map(({ name }) => name));
  usualAmounts(graph);
  for (const { detector, parameters } of detectors) {
    for (const column of detector.requires) coverageOfAll(graph, column, context.columns);
    detector.locality?.survey?.({ ...context, graph }, parameters);
  }
  const keysOf = (accounts: Iterable<Account> = []): KeyPair[] =>
    [...accounts].map((account) => keyOf(ledger, account));
  const { registeredBodies, licensedRemitters } = context.guardLists ?? {};
  return {
    ledger: worldOf(ledger),
    holdersJoined: graph.holdersJoined,
    ties: context.ties,
    ...spanOfData(graph),
    answers: [...asked],
    registeredBodies: keysOf(registeredBodies),
    licensedRemitters: keysOf(licensedRemitters),
    alternatives: context.alternatives,
    columns: context.columns,
    corridors: context.corridors ?? [],
  };
}

/** @throws UsageError `slice-locality` naming the first detector that does not say how far it looks */
export function requireLocality(detectors: readonly ChosenDetector[]): void {
  const lost = detectors.find(({ detector }) => detector.locality === undefined)?.detector.id;
  if (lost === undefined) return;
  const message = `Expected detectors that say how far they look, but ${lost} declares no locality and cannot be run over slices`;
  throw new UsageError('slice-locality', message);
}

function requireDistinctSources(names: readonly string[]): void {
  if (new Set(names).size === names.length) return;
  throw new UsageError('source-names', 'Expected files of different names: rows of slices are known by file and line');
}

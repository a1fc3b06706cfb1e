import { greatest } from '../structures/index.js';
import { measureWorld, type SliceWorld } from '../slices/index.js';
import {
  ALTERNATIVE_DEFAULTS,
  type ChosenDetector,
  type DetectionContext,
  type LocalityKind,
} from '../typologies/index.js';
import { type FactRule } from './fact-statements.js';
import { type Stretches } from './part-statements.js';

/** What must be known of a whole ledger before its lake is searched in parts, as plain values. */
export interface LakeJob {
  readonly world: SliceWorld;
  /** All that were chosen, in their order. */
  readonly chosen: readonly ChosenDetector[];
  /** Those of them that are run in parts; the others are run where the ledger is. */
  readonly detectors: readonly ChosenDetector[];
  readonly facts: FactRule;
  /** Undefined where no detector asks for stretches of time. */
  readonly stretches: Stretches | undefined;
  /** From which share of the file on parts bound nothing: their kind is then looked at in one part, which does the work of all. */
  readonly onePartFrom: number;
}

/** With less, parts still halve what is held at once [choice]. */
const ONE_PART_FROM = 0.5;

/** What parts of these kinds hold together is little more than the file twice. Those of the others hold it several times, or one holds it all. */
const SMALL_KINDS: ReadonlySet<LocalityKind> = new Set(['star', 'senders']);

/** How a job is cut. */
export interface LakeJobOptions {
  readonly hubDegreeCap: number;
  /** Number of parts by account. */
  readonly parts: number;
  /**
   * Where parts are looked at. `here`: beside the ledger, so that only kinds gain by parts of which these are small. `spread`:
   * on other machines, which take all kinds but `whole`.
   */
  readonly looking: 'here' | 'spread';
}

/** Parts of about this many rows: accounts with their transfers have up to twice as many as the file. */
export function partsFor(transfers: number, rowsOfPart: number): number {
  return Math.max(1, Math.ceil((2 * transfers) / rowsOfPart));
}

/** Whether a detector is run in parts; one of locality `whole` gains nothing by them anywhere. */
function isRunInParts({ detector: { locality } }: ChosenDetector, looking: LakeJobOptions['looking']): boolean {
  const kind = locality?.kind ?? 'whole';
  return looking === 'here' ? SMALL_KINDS.has(kind) : kind !== 'whole';
}

/**
 * Asks the whole ledger what its parts must know. O(transfers) for each detector that asks.
 *
 * @throws UsageError `slice-locality`, `source-names`
 */
export function planLakeJob(
  context: DetectionContext,
  chosen: readonly ChosenDetector[],
  { hubDegreeCap, parts, looking }: LakeJobOptions,
): LakeJob {
  const world = measureWorld(context, chosen);
  const detectors = chosen.filter((one) => isRunInParts(one, looking));
  const { publicPayers, publicByHand } = context.alternatives ?? ALTERNATIVE_DEFAULTS;
  return {
    world,
    chosen,
    detectors,
    facts: { parts, hubDegreeCap, publicPayers, publicByHand },
    stretches: stretchesOf(context, detectors, { ...world, parts }),
    onePartFrom: ONE_PART_FROM,
  };
}

function stretchesOf(
  context: DetectionContext,
  detectors: readonly ChosenDetector[],
  { firstMs, lastMs, parts }: { readonly firstMs: number; readonly lastMs: number; readonly parts: number },
): Stretches | undefined {
  const spans = detectors.flatMap(({ detector: { locality }, parameters }) =>
    locality?.candidates?.from === 'slices' ? [locality.spanOf?.(context, parameters) ?? NaN] : [],
  );
  if (spans.length === 0 || Number.isNaN(firstMs)) return undefined;
  const spanMs = greatest(spans);
  return { firstMs, lengthMs: Math.max(spanMs, Math.ceil((lastMs - firstMs + 1) / parts), 1), spanMs };
}

import { greatest } from '../structures/index.js';
import { measureWorld, type SliceWorld } from '../slices/index.js';
import { ALTERNATIVE_DEFAULTS, type ChosenDetector, type DetectionContext } from '../typologies/index.js';
import { type FactRule } from './fact-statements.js';
import { type Stretches } from './part-statements.js';

/** What must be known of a whole ledger before its lake is searched in parts, as plain values. */
export interface LakeJob {
  readonly world: SliceWorld;
  /** All that were chosen, in their order. */
  readonly chosen: readonly ChosenDetector[];
  /** Those of them that are run in parts. */
  readonly detectors: readonly ChosenDetector[];
  readonly facts: FactRule;
  /** Undefined where no detector asks for stretches of time. */
  readonly stretches: Stretches | undefined;
  /** From which share of the file on parts bound nothing: their kind is then looked at in one part, which does the work of all. */
  readonly onePartFrom: number;
}

/** With less, parts still halve what is held at once [choice]. */
const ONE_PART_FROM = 0.5;

/** How a job is cut. */
export interface LakeJobOptions {
  readonly hubDegreeCap: number;
  /** Number of parts by account. */
  readonly parts: number;
  /** How many times the file all parts of a kind may hold together; where work is spread, it need not be bounded. Default: any. */
  readonly mostWork?: number;
}

/** Parts of about so many rows: accounts with their transfers have up to twice as many as the file. */
export function partsFor(transfers: number, rowsOfPart: number): number {
  return Math.max(1, Math.ceil((2 * transfers) / rowsOfPart));
}

/** Whether a detector is run in parts; one of locality `whole` gains nothing by them, and is run where the ledger is. */
export function isRunInParts({ detector: { locality } }: ChosenDetector): boolean {
  return locality?.kind !== 'whole';
}

/**
 * Asks the whole ledger what its parts must know. O(transfers) for each detector that asks.
 *
 * @throws UsageError `slice-locality`, `source-names`
 */
export function planLakeJob(
  context: DetectionContext,
  chosen: readonly ChosenDetector[],
  { hubDegreeCap, parts, mostWork = Infinity }: LakeJobOptions,
): LakeJob {
  const world = measureWorld(context, chosen);
  const detectors = chosen.filter(isRunInParts);
  const { publicPayers, publicByHand } = context.alternatives ?? ALTERNATIVE_DEFAULTS;
  return {
    world,
    chosen,
    detectors,
    facts: { parts, hubDegreeCap, publicPayers, publicByHand },
    stretches: stretchesOf(context, detectors, { ...world, parts }),
    onePartFrom: Math.min(ONE_PART_FROM, mostWork / parts),
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

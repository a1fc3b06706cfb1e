import { HOUR_MS } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { groupByKeyInto } from '../structures/index.js';
import { type Relations } from './relations.js';
import { isRegularInto } from './regularity.kernel.js';
import { sortByPairInto } from './relation-order.kernel.js';
import { type FeatureParameters } from './feature-parameters.js';
import { type TransferUnits } from './transfer-units.js';

/**
 * Measures every relation of the graph. Payments of a relation that follow each other by less than `occasionHours` are one
 * occasion. *Standing* relations have at least `repeatedOccasions`, the last payment at least `standingShare` of the file's
 * period after the first. *Regular* ones have as many, whose values and gaps vary by less than `regularValueSpread` and
 * `regularGapSpread` (coefficients of variation).
 *
 * O(accounts + transfers) time, about 36 bytes a transfer while it works and 16 afterwards.
 */
export function measureRelations(
  graph: TemporalGraph,
  { paid }: TransferUnits,
  parameters: FeatureParameters,
): Relations {
  const { repeatedOccasions, standingShare, regularValueSpread, regularGapSpread } = parameters;
  const separateMs = parameters.occasionHours * HOUR_MS;
  const { accountCount, ledger } = graph;
  const { timeMs } = ledger.columns;
  const { entries, starts, count, ofRow } = orderByRelation(graph, paid);
  const transfers = starts[accountCount]!;
  const relations = allocate(count, accountCount, transfers);
  const { occasionValues } = relations;
  const occasionMs = new Float64Array(transfers);
  // First all times and amounts in their order: looks at random places do not wait for each other while nothing depends on
  // them. Occasions are no more than transfers, so they take the place of transfers that have been read already.
  for (let k = 0; k < transfers; k++) {
    occasionMs[k] = timeMs[entries[2 * k]!]!;
    occasionValues[k] = paid[entries[2 * k]!]!;
  }
  let relation = -1;
  let occasion = -1;
  for (let u = 0; u < accountCount; u++) {
    let before = -1;
    let lastMs = 0;
    for (let k = starts[u]!; k < starts[u + 1]!; k++) {
      const row = entries[2 * k]!;
      const v = entries[2 * k + 1]!;
      const at = occasionMs[k]!;
      const value = occasionValues[k]!;
      const isNew = v !== before;
      if (isNew || at - lastMs >= separateMs) {
        occasionMs[++occasion] = at;
        occasionValues[occasion] = value;
      } else occasionValues[occasion]! += value;
      if (isNew) {
        relation++;
        relations.payer[relation] = u;
        relations.beneficiary[relation] = v;
        relations.firstMs[relation] = at;
        relations.occasionStarts[relation] = occasion;
      }
      before = v;
      lastMs = at;
      ofRow[row] = relation;
      relations.transfers[relation]!++;
      relations.total[relation]! += value;
      relations.lastMs[relation] = at;
    }
  }
  relations.occasionStarts[count] = occasion + 1;
  const startMs = timeMs[0] ?? 0;
  const endMs = timeMs.at(-1) ?? 0;
  for (let r = 0; r < count; r++) {
    relations.occasions[r] = relations.occasionStarts[r + 1]! - relations.occasionStarts[r]!;
    const repeated = relations.occasions[r]! >= repeatedOccasions;
    if (repeated && relations.lastMs[r]! - relations.firstMs[r]! >= standingShare * (endMs - startMs))
      relations.standing[r] = 1;
  }
  isRegularInto(
    relations.regular,
    { starts: relations.occasionStarts, values: relations.occasionValues, times: occasionMs },
    { fewest: repeatedOccasions, valueSpread: regularValueSpread, gapSpread: regularGapSpread },
  );
  indexByEnds(relations, accountCount);
  return {
    ...relations,
    count,
    ofRow,
    startMs,
    endMs,
    occasionValues: occasionValues.slice(0, occasion + 1),
  };
}

/** Rows with a value, sorted by payer, beneficiary and time; `ofRow` is -1 for the others, and not yet set for these. */
function orderByRelation(
  graph: TemporalGraph,
  paid: Float64Array,
): {
  readonly entries: Int32Array;
  readonly starts: Int32Array;
  readonly count: number;
  readonly ofRow: Int32Array;
} {
  const { accountCount, transferCount, payer } = graph;
  const ofRow = new Int32Array(transferCount);
  let kept = 0;
  for (let row = 0; row < transferCount; row++) {
    const isKept = paid[row] !== 0;
    ofRow[row] = isKept ? payer[row]! : -1;
    if (isKept) kept++;
  }
  const entries = new Int32Array(2 * kept);
  const starts = new Int32Array(accountCount + 1);
  const count = sortByPairInto({ entries, starts }, ofRow, graph.in);
  return { entries, starts, count, ofRow };
}

function allocate(
  count: number,
  accountCount: number,
  transfers: number,
): Omit<Relations, 'count' | 'ofRow' | 'startMs' | 'endMs'> {
  return {
    payer: new Int32Array(count),
    beneficiary: new Int32Array(count),
    transfers: new Int32Array(count),
    occasions: new Int32Array(count),
    total: new Float64Array(count),
    firstMs: new Float64Array(count),
    lastMs: new Float64Array(count),
    standing: new Uint8Array(count),
    regular: new Uint8Array(count),
    outStarts: new Int32Array(accountCount + 1),
    inStarts: new Int32Array(accountCount + 1),
    inRelations: new Int32Array(count),
    occasionStarts: new Int32Array(count + 1),
    occasionValues: new Float64Array(transfers),
  };
}

function indexByEnds(
  {
    payer,
    beneficiary,
    outStarts,
    inStarts,
    inRelations,
  }: Pick<Relations, 'payer' | 'beneficiary' | 'outStarts' | 'inStarts' | 'inRelations'>,
  accountCount: number,
): void {
  for (let r = 0; r < payer.length; r++) outStarts[payer[r]! + 1]!++;
  for (let a = 0; a < accountCount; a++) outStarts[a + 1]! += outStarts[a]!;
  groupByKeyInto(beneficiary, accountCount, inStarts, inRelations);
}

import { HOUR_MS } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { groupByKeyInto } from '../structures/index.js';
import { type Relations } from './relations.js';
import { isRegularInto } from './regularity.kernel.js';
import { type FeatureParameters } from './feature-parameters.js';
import { type TransferUnits } from './transfer-units.js';

/**
 * Measures every relation of the graph. Payments of a relation that follow each other by less than `occasionHours` are one
 * occasion. *Standing* relations have at least `repeatedOccasions`, the last payment at least `standingShare` of the file's
 * period after the first. *Regular* ones have as many, whose values and gaps vary by less than `regularValueSpread` and
 * `regularGapSpread` (coefficients of variation).
 *
 * O(accounts + transfers) time, about 28 bytes a transfer while it works and 16 afterwards.
 */
export function measureRelations(
  graph: TemporalGraph,
  { paid }: TransferUnits,
  parameters: FeatureParameters,
): Relations {
  const { repeatedOccasions, standingShare, regularValueSpread, regularGapSpread } = parameters;
  const separateMs = parameters.occasionHours * HOUR_MS;
  const { accountCount, beneficiary, payer, ledger } = graph;
  const { timeMs } = ledger.columns;
  const { order, count, ofRow } = orderByRelation(graph, paid);
  const relations = allocate(count, accountCount, order.length);
  let relation = -1;
  let lastMs = 0;
  let occasion = -1;
  const occasionMs = new Float64Array(order.length);
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!;
    const at = timeMs[row]!;
    if (ofRow[row] !== relation) {
      relation = ofRow[row]!;
      relations.payer[relation] = payer[row]!;
      relations.beneficiary[relation] = beneficiary[row]!;
      relations.firstMs[relation] = at;
      relations.occasionStarts[relation] = ++occasion;
      occasionMs[occasion] = at;
      relations.occasions[relation] = 1;
    } else if (at - lastMs >= separateMs) {
      occasionMs[++occasion] = at;
      relations.occasions[relation]!++;
    }
    lastMs = at;
    relations.transfers[relation]!++;
    relations.total[relation]! += paid[row]!;
    relations.lastMs[relation] = at;
    relations.occasionValues[occasion]! += paid[row]!;
  }
  relations.occasionStarts[count] = occasion + 1;
  const startMs = timeMs[0] ?? 0;
  const endMs = timeMs.at(-1) ?? 0;
  for (let r = 0; r < count; r++) {
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
    occasionValues: relations.occasionValues.slice(0, occasion + 1),
  };
}

/** Rows with a value, sorted by payer, beneficiary and time; the number of the relation of each row. */
function orderByRelation(
  graph: TemporalGraph,
  paid: Float64Array,
): { readonly order: Int32Array; readonly count: number; readonly ofRow: Int32Array } {
  const { accountCount, transferCount, payer, beneficiary } = graph;
  // Rows by beneficiary are in order of time; a stable sort of them by payer gives payer, beneficiary, time.
  const byBeneficiary = graph.in.rows;
  const order = new Int32Array(transferCount);
  const next = graph.out.starts.slice(0, accountCount);
  for (let k = 0; k < transferCount; k++) {
    const row = byBeneficiary[k]!;
    order[next[payer[row]!]!++] = row;
  }
  const ofRow = new Int32Array(transferCount).fill(-1);
  let kept = 0;
  let count = 0;
  for (let k = 0; k < transferCount; k++) {
    const row = order[k]!;
    if (paid[row] === 0) continue;
    const before = order[kept - 1];
    if (before === undefined || payer[before] !== payer[row] || beneficiary[before] !== beneficiary[row]) count++;
    ofRow[row] = count - 1;
    order[kept++] = row;
  }
  return { order: order.subarray(0, kept), count, ofRow };
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

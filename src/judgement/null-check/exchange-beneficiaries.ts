import { type Relations } from '../../features/index.js';
import { randomInteger, type RandomSource } from '../../foundation/index.js';
import { indexRows, type TemporalGraph } from '../../graph/index.js';

/** How beneficiaries change places. */
export interface ExchangeOptions {
  readonly random: RandomSource;
  /** Number of equal parts of the period; a relation changes places with others whose first payment is in the same. 1 = freely. */
  readonly slices: number;
}

/**
 * The same payments to other people: every relation that is not standing keeps its payer, times and amounts, and gets the
 * beneficiary of another such relation, drawn at random. Who pays much, who is paid often and when stays as it was; whose
 * money meets where becomes chance. Standing relations, self-transfers and payments without amount stay. A relation that
 * would then pay its own payer becomes a self-transfer, which nothing counts.
 *
 * The result shares the ledger: its `payer` and `beneficiary` columns count, not those of the ledger. O(transfers).
 */
export function exchangeBeneficiaries(
  graph: TemporalGraph,
  relations: Relations,
  { random, slices }: ExchangeOptions,
): TemporalGraph {
  const target = relations.beneficiary.slice();
  for (const pool of poolsOf(relations, slices)) {
    for (let last = pool.length - 1; last > 0; last--) {
      const a = pool[last]!;
      const b = pool[randomInteger(random, last + 1)]!;
      [target[a], target[b]] = [target[b]!, target[a]!];
    }
  }
  const beneficiary = graph.beneficiary.slice();
  for (let row = 0; row < beneficiary.length; row++) {
    const relation = relations.ofRow[row]!;
    if (relation >= 0) beneficiary[row] = target[relation]!;
  }
  return { ...graph, beneficiary, in: indexRows(beneficiary, graph.accountCount) };
}

/** Relations that change places with each other. */
function poolsOf({ count, standing, firstMs, startMs, endMs }: Relations, slices: number): number[][] {
  const pools = Array.from({ length: slices }, (): number[] => []);
  const width = (endMs - startMs) / slices;
  for (let relation = 0; relation < count; relation++) {
    if (standing[relation] === 1) continue;
    const slice = width > 0 ? Math.min(slices - 1, Math.floor((firstMs[relation]! - startMs) / width)) : 0;
    pools[slice]!.push(relation);
  }
  return pools;
}

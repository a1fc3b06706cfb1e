import { createRandom, randomInteger, requireRange, resolveOptions } from '../foundation/index.js';
import { groupByKey } from '../structures/index.js';
import { louvainSearch } from './louvain-run.js';
import { type CommunityPartition } from './partition.js';

/** How {@link communityStability} repeats. */
export interface StabilityOptions {
  /** Number of further runs. Default 20. */
  readonly runs?: number;
  /** Seed of the first further run; the others count up. Default 1 more than the partition's seed. */
  readonly seed?: number;
}

/** How often each community comes back. */
export interface CommunityStability {
  readonly runs: number;
  /** Per community: Jaccard similarity with the most similar community of a run, averaged over the runs. 1 = always. */
  readonly meanBestJaccard: Float64Array;
  /** Per community: in how many runs some community has a Jaccard similarity of at least 0.8 with it. */
  readonly foundAgain: Int32Array;
  /** `foundAgain` / `runs`. */
  readonly shareFoundAgain: Float64Array;
}

/**
 * Repeats the search behind a partition with other seeds, each time visiting the accounts in another seeded order, and
 * says for each community how much of it depends on chance. A stable community is one that the method finds again, not
 * one that means something. O(runs x (search + nodes)).
 *
 * @throws UsageError `unknown-option`, `option-range`, `seed`
 */
export function communityStability(partition: CommunityPartition, options: StabilityOptions = {}): CommunityStability {
  const defaults = { runs: 20, seed: partition.seed + 1 };
  const { runs, seed } = resolveOptions(defaults, options, 'communityStability');
  requireRange('runs', runs, 1, 100_000);
  const { projection, count } = partition;
  const meanBestJaccard = new Float64Array(count);
  const foundAgain = new Int32Array(count);
  const best = { overlap: new Int32Array(count), union: new Int32Array(count) };
  for (let run = 0; run < runs; run++) {
    const order = shuffled(partition.order, seed + run);
    const { labels } = louvainSearch(projection, order)(seed + run, partition.resolution);
    bestMatchesInto(best, partition, labels);
    for (let c = 0; c < count; c++) {
      meanBestJaccard[c]! += best.overlap[c]! / best.union[c]!;
      // Jaccard >= 0.8 in integers, so that 4 of 5 counts.
      if (5 * best.overlap[c]! >= 4 * best.union[c]!) foundAgain[c]!++;
    }
  }
  for (let c = 0; c < count; c++) meanBestJaccard[c]! /= runs;
  return { runs, meanBestJaccard, foundAgain, shareFoundAgain: Float64Array.from(foundAgain, (found) => found / runs) };
}

/** The order, shuffled by the seed. */
function shuffled(base: Int32Array, seed: number): Int32Array {
  const random = createRandom(seed);
  const order = base.slice();
  for (let i = order.length - 1; i > 0; i--) {
    const j = randomInteger(random, i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

/** For each community the overlap and union with its most similar group of `labels`. One pass over the members. */
function bestMatchesInto(
  best: { overlap: Int32Array; union: Int32Array },
  { community, sizes, count }: CommunityPartition,
  labels: Int32Array,
): void {
  let groups = 0;
  for (const label of labels) if (label >= groups) groups = label + 1;
  const groupSizes = new Int32Array(groups);
  for (const label of labels) groupSizes[label]!++;
  const { starts, order: members } = groupByKey(community, count);
  const overlaps = new Int32Array(groups);
  for (let c = 0; c < count; c++) {
    best.overlap[c] = 0;
    best.union[c] = 1;
    for (let k = starts[c]!; k < starts[c + 1]!; k++) overlaps[labels[members[k]!]!]!++;
    for (let k = starts[c]!; k < starts[c + 1]!; k++) {
      const group = labels[members[k]!]!;
      const overlap = overlaps[group]!;
      const union = sizes[c]! + groupSizes[group]! - overlap;
      overlaps[group] = 0;
      if (overlap * best.union[c]! > best.overlap[c]! * union) {
        best.overlap[c] = overlap;
        best.union[c] = union;
      }
    }
  }
}

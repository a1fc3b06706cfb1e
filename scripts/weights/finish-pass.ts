import { GREATEST_WEIGHT, MOST_BINS, type PassWeights, type SignDirection } from '../../src/judgement/index.js';
import { type BinProfile, type BoostedScore } from './boost-stumps.js';
import { mergeBins } from './merge-bins.js';

/** What was learned in one domain: its score, and how its rows lie in the bins of each sign. */
export interface Expert {
  readonly score: BoostedScore;
  /** Weight of the accounts in each bin: what is ordinary in this domain. */
  readonly profiles: readonly BinProfile[];
}

/** A sign as all experts of a pass share it. */
export interface SharedSign {
  readonly name: string;
  readonly row: string;
  readonly direction: SignDirection;
  /** See `SignRow`. */
  readonly silent: boolean;
  /** Fine cut points. */
  readonly edges: readonly number[];
  /** Mass of each fine bin, labels and domains counting alike: where a change of weight matters. */
  readonly mass: readonly number[];
}

/** Decimals of a published weight. */
const DECIMALS = 3;

/**
 * The mean of experts as a table. Each expert is centred first, so that the weights of a sign are 0 on average over the
 * accounts of its domain and its bias says how common the reading is there; silent signs stay as they are, 0 where they are
 * missing. Then fine bins are merged into at most 10.
 */
export function finishPass(experts: readonly Expert[], signs: readonly SharedSign[]): PassWeights {
  let bias = 0;
  const sums = signs.map(({ edges }) => new Float64Array(edges.length + 2));
  for (const { score, profiles } of experts) {
    bias += score.bias;
    score.values.forEach((values, sign) => {
      const centre = signs[sign]!.silent ? 0 : meanOver(values, profiles[sign]!.mass);
      bias += centre;
      values.forEach((value, bin) => (sums[sign]![bin]! += value - centre));
    });
  }
  const finished = signs.map((sign, position) => {
    const values = Array.from(sums[position]!, (sum) => sum / experts.length);
    const missing = Math.min(0, bounded(values.pop()!));
    const { cuts, means } = mergeBins(values, sign.mass, MOST_BINS);
    const { edges, weights } = withoutEqualNeighbours(
      cuts.map((cut) => sign.edges[cut - 1]!),
      means.map(bounded),
    );
    return { name: sign.name, direction: sign.direction, row: sign.row, edges, weights, missing };
  });
  return {
    bias: rounded(bias / experts.length),
    signs: finished.filter(({ weights, missing }) => [...weights, missing].some((weight) => weight !== 0)),
  };
}

function meanOver(values: Float64Array, mass: Float64Array): number {
  let [sum, whole] = [0, 0];
  values.forEach((value, bin) => {
    sum += value * mass[bin]!;
    whole += mass[bin]!;
  });
  return sum / whole;
}

function withoutEqualNeighbours(
  edges: readonly number[],
  weights: readonly number[],
): { edges: number[]; weights: number[] } {
  const kept = weights.map((weight, bin) => bin === 0 || weight !== weights[bin - 1]);
  return { edges: edges.filter((_, edge) => kept[edge + 1]), weights: weights.filter((_, bin) => kept[bin]) };
}

/** Rounded, and within the bound: rounding must not lift a weight over it. */
function bounded(weight: number): number {
  const greatest = Math.floor(GREATEST_WEIGHT * 10 ** DECIMALS) / 10 ** DECIMALS;
  return rounded(Math.max(-greatest, Math.min(greatest, weight)));
}

function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS)) + 0;
}

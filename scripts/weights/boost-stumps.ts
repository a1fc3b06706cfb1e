import { type RandomSource } from '../../src/foundation/index.js';
import { type SignDirection } from '../../src/judgement/index.js';

/** One sign of the training rows, in bins; the last bin, `bins`, holds the rows where it is missing. */
export interface BinnedSign {
  readonly direction: SignDirection;
  /** Bin of each row, 0 .. bins - 1 ascending with the value, or `bins` for a missing value. */
  readonly codes: Uint8Array;
  readonly bins: number;
  /** Whether rows where it is missing keep their score. Default no. */
  readonly silent?: boolean;
}

export interface BoostingRows {
  readonly signs: readonly BinnedSign[];
  /** 1 or 0 for each row. */
  readonly labels: Uint8Array;
  /** How many accounts a row stands for. */
  readonly weights: Float64Array;
}

export interface BoostingOptions {
  readonly rounds: number;
  readonly rate: number;
  /** L2 penalty on the value of a leaf. */
  readonly penalty: number;
  /** Least number of rows on either side of a cut. */
  readonly leastLeaf: number;
  /** Share of the signs looked at in a round. */
  readonly signShare: number;
  readonly random: RandomSource;
}

/** One additive score as it was learned: a value for each bin of each sign, the missing bin last. */
export interface BoostedScore {
  readonly bias: number;
  readonly values: readonly Float64Array[];
}

/** A cut of one sign into low, high and missing rows, with Newton leaf values. */
export interface Stump {
  readonly sign: number;
  /** Bins up to and including this one are low. */
  readonly cut: number;
  readonly low: number;
  readonly high: number;
  readonly missing: number;
  readonly gain: number;
}

/**
 * Logistic loss, boosted with stumps of one sign each, monotone in the sign's direction: a stump whose leaves run against it
 * is no candidate. The leaf of missing values is never above the mean of the other two, so that what is unknown does not
 * speak for anything; in a silent sign it is 0. J. Friedman, "Greedy function approximation: a gradient boosting machine", Ann. Statist. 29(5), 2001,
 * with second-order leaves. O(rounds * signShare * signs * rows).
 */
export function boostStumps(rows: BoostingRows, options: BoostingOptions): BoostedScore {
  const { signs, labels, weights } = rows;
  const bias = priorLogOdds(labels, weights);
  const scores = new Float64Array(labels.length).fill(bias);
  const slopes = new Float64Array(labels.length);
  const curvatures = new Float64Array(labels.length);
  const values = signs.map(({ bins }) => new Float64Array(bins + 1));
  const profiles = signs.map((sign) => profileOf(sign, weights));
  for (let round = 0; round < options.rounds; round++) {
    for (let row = 0; row < scores.length; row++) {
      const chance = 1 / (1 + Math.exp(-scores[row]!));
      slopes[row] = weights[row]! * (chance - labels[row]!);
      curvatures[row] = weights[row]! * chance * (1 - chance);
    }
    let best: Stump | undefined;
    for (const sign of drawSigns(signs.length, options)) {
      const sums = sumByBin(signs[sign]!, slopes, curvatures);
      const stump = bestStump(sign, signs[sign]!, { ...profiles[sign]!, ...sums }, options);
      if (stump !== undefined && (best === undefined || stump.gain > best.gain)) best = stump;
    }
    if (best === undefined) continue;
    const { bins, codes } = signs[best.sign]!;
    const step = new Float64Array(bins + 1);
    for (let bin = 0; bin < bins; bin++) step[bin] = options.rate * (bin <= best.cut ? best.low : best.high);
    step[bins] = options.rate * best.missing;
    const learned = values[best.sign]!;
    for (let bin = 0; bin <= bins; bin++) learned[bin]! += step[bin]!;
    for (let row = 0; row < scores.length; row++) scores[row]! += step[codes[row]!]!;
  }
  return { bias, values };
}

/** The mean of scores over the same signs and bins, one at least. */
export function meanOfScores(scores: readonly BoostedScore[]): BoostedScore {
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [first] = scores as readonly [BoostedScore, ...BoostedScore[]];
  return {
    bias: mean(scores.map(({ bias }) => bias)),
    values: first.values.map((bins, sign) => bins.map((_, bin) => mean(scores.map((one) => one.values[sign]![bin]!)))),
  };
}

/** Rows and weight of each bin, which no round changes. */
export interface BinProfile {
  readonly counts: Float64Array;
  readonly mass: Float64Array;
}
export interface BinSums {
  readonly slope: Float64Array;
  readonly curvature: Float64Array;
}

export function profileOf({ codes, bins }: BinnedSign, weights: Float64Array): BinProfile {
  const counts = new Float64Array(bins + 1);
  const mass = new Float64Array(bins + 1);
  for (let row = 0; row < codes.length; row++) {
    counts[codes[row]!]!++;
    mass[codes[row]!]! += weights[row]!;
  }
  return { counts, mass };
}

export function sumByBin({ codes, bins }: BinnedSign, slopes: Float64Array, curvatures: Float64Array): BinSums {
  const slope = new Float64Array(bins + 1);
  const curvature = new Float64Array(bins + 1);
  for (let row = 0; row < codes.length; row++) {
    const bin = codes[row]!;
    slope[bin]! += slopes[row]!;
    curvature[bin]! += curvatures[row]!;
  }
  return { slope, curvature };
}

/** The cut with the greatest gain, the lowest such cut; undefined if no cut leaves enough rows or runs in the direction. */
export function bestStump(
  sign: number,
  { direction, bins, silent = false }: BinnedSign,
  { counts, mass, slope, curvature }: BinProfile & BinSums,
  { penalty, leastLeaf }: Pick<BoostingOptions, 'penalty' | 'leastLeaf'>,
): Stump | undefined {
  const whole = (column: Float64Array): number =>
    column.reduce((sum, value, bin) => (bin < bins ? sum + value : sum), 0);
  const rest = { count: whole(counts), mass: whole(mass), slope: whole(slope), curvature: whole(curvature) };
  const below = { count: 0, mass: 0, slope: 0, curvature: 0 };
  const leaf = (s: number, c: number): number => -s / (c + penalty);
  const gainOf = (value: number, s: number, c: number): number => -(2 * s * value + (c + penalty) * value * value);
  const free = counts[bins]! >= leastLeaf ? leaf(slope[bins]!, curvature[bins]!) : 0;
  let best: Stump | undefined;
  for (let cut = 0; cut < bins - 1; cut++) {
    below.count += counts[cut]!;
    below.mass += mass[cut]!;
    below.slope += slope[cut]!;
    below.curvature += curvature[cut]!;
    if (below.count < leastLeaf) continue;
    if (rest.count - below.count < leastLeaf) break;
    const [aboveSlope, aboveCurvature] = [rest.slope - below.slope, rest.curvature - below.curvature];
    const low = leaf(below.slope, below.curvature);
    const high = leaf(aboveSlope, aboveCurvature);
    if (direction === '+' ? high <= low : high >= low) continue;
    const mean = (low * below.mass + high * (rest.mass - below.mass)) / rest.mass;
    const missing = silent ? 0 : Math.min(free, mean);
    const gain =
      gainOf(low, below.slope, below.curvature) +
      gainOf(high, aboveSlope, aboveCurvature) +
      gainOf(missing, slope[bins]!, curvature[bins]!);
    if (best === undefined || gain > best.gain) best = { sign, cut, low, high, missing, gain };
  }
  return best;
}

/** A share of the signs, drawn anew each round, ascending. */
function drawSigns(count: number, { signShare, random }: BoostingOptions): number[] {
  const left = Array.from({ length: count }, (_, sign) => sign);
  const wanted = Math.max(1, Math.ceil(count * signShare));
  const drawn: number[] = [];
  while (drawn.length < wanted) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
  return drawn.sort((a, b) => a - b);
}

function priorLogOdds(labels: Uint8Array, weights: Float64Array): number {
  let [ones, zeros] = [0, 0];
  for (let row = 0; row < labels.length; row++) {
    if (labels[row] === 1) ones += weights[row]!;
    else zeros += weights[row]!;
  }
  if (ones === 0 || zeros === 0) throw new Error('Expected training rows of both labels');
  return Math.log(ones / zeros);
}

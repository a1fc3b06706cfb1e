import { createRandom } from '../../src/foundation/index.js';
import { signRowOf, statedDirection } from '../../src/judgement/index.js';
import { type BoostedScore, boostStumps, meanOfScores, profileOf } from './boost-stumps.js';
import { binCodes, fineEdges } from './fine-edges.js';
import { type Expert, type SharedSign } from './finish-pass.js';
import { areaUnderCurve } from './ranking-figures.js';
import { directionOf } from './sign-direction.js';
import { type TrainingRows } from './training-rows.js';

/** Settings of the measured version; none of them is tuned on figures of generated worlds. */
export const BOOSTING = { rounds: 250, rate: 0.1, penalty: 10, leastLeaf: 80, signShare: 1 / 3 } as const;
/** Trainings of an expert that differ only in which signs each round may look at: what stands at a cut should not hang on a draw. */
const DRAWS = 4;
/** Seeds of two experts' draws lie farther apart than there are domains. */
const SEED_STEP = 100;
/** Fine bins that stumps may cut between; merged to at most 10 in the table. */
const FINE_BINS = 64;

export interface TrainedPass {
  readonly signs: readonly SharedSign[];
  /** One expert for each domain. */
  readonly experts: readonly Expert[];
  /** Signs left out, because domains disagree about them. */
  readonly dropped: readonly string[];
}

/** Trains one expert for each domain on signs whose direction the domains agree about; cut points are shared. */
export function trainPass({ columns, labels, weights, starts }: TrainingRows, seed: number): TrainedPass {
  const domains = starts.length - 1;
  const mass = balancedMass({ labels, weights, starts });
  const signs: SharedSign[] = [];
  const codes: Uint8Array[] = [];
  const dropped: string[] = [];
  for (const { name, values } of columns) {
    const areas = Array.from({ length: domains }, (_, domain) => {
      const [from, end] = [starts[domain]!, starts[domain + 1]!];
      return areaUnderCurve({
        values: values.subarray(from, end),
        labels: labels.subarray(from, end),
        weights: weights.subarray(from, end),
      });
    });
    const row = signRowOf(name);
    if (row === undefined) throw new Error(`Expected a display row for sign ${name}`);
    const direction = directionOf(areas, statedDirection(name));
    if (direction === undefined) {
      dropped.push(`${name} (${areas.map((area) => area.toFixed(2)).join(' ')})`);
      continue;
    }
    const edges = fineEdges(values, mass, FINE_BINS);
    const sign = { codes: binCodes(values, edges), bins: edges.length + 1, direction };
    signs.push({
      name,
      row: row.id,
      direction,
      silent: row.silent,
      edges,
      mass: [...profileOf(sign, mass).mass].slice(0, -1),
    });
    codes.push(sign.codes);
  }
  const experts = Array.from({ length: domains }, (_, domain): Expert => {
    const [from, end] = [starts[domain]!, starts[domain + 1]!];
    const binned = signs.map(({ direction, silent, edges }, sign) => ({
      ...{ direction, silent },
      bins: edges.length + 1,
      codes: codes[sign]!.subarray(from, end),
    }));
    const rows = { signs: binned, labels: labels.subarray(from, end), weights: weights.subarray(from, end) };
    const draws = Array.from({ length: DRAWS }, (_, draw): BoostedScore =>
      boostStumps(rows, { ...BOOSTING, random: createRandom(seed + domain + SEED_STEP * draw) }),
    );
    const score = meanOfScores(draws);
    return { score, profiles: binned.map((sign) => profileOf(sign, rows.weights)) };
  });
  return { signs, experts, dropped };
}

/** Mass of each row such that every domain counts alike, and both labels in it: operators are few, and cuts lie among them. */
function balancedMass({ labels, weights, starts }: Pick<TrainingRows, 'labels' | 'weights' | 'starts'>): Float64Array {
  const mass = new Float64Array(labels.length);
  for (let domain = 0; domain + 1 < starts.length; domain++) {
    const whole = [0, 0];
    for (let row = starts[domain]!; row < starts[domain + 1]!; row++) whole[labels[row]!]! += weights[row]!;
    for (let row = starts[domain]!; row < starts[domain + 1]!; row++) mass[row] = weights[row]! / whole[labels[row]!]!;
  }
  return mass;
}

import { type PassWeights } from '../../src/judgement/index.js';

/** Scores of accounts by experts that never saw their kind of world; label 1 = operator. */
export interface StrangersScores {
  readonly scores: Float64Array;
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
  /** Accounts of the domain that exceptional money reached. */
  readonly reached: number;
}

/** A line through log odds: odds = exp(offset + slope * score), and what the odds were before any sign was seen. */
export interface Calibration {
  readonly offset: number;
  readonly slope: number;
  /** Share of operators among the accounts that exceptional money reached, every domain with the same weight. */
  readonly prior: number;
}

const MOST_ROUNDS = 100;

/**
 * The mean of experts shrinks towards what they agree on, so a score of 3 need not mean what it says. This fits the line that
 * makes it log odds, by logistic regression on accounts that the experts never saw, every domain with the same weight.
 * It moves no account past another one. Newton's method from offset 0 and slope 1; 20 iterations are far more than needed.
 */
export function calibrate(domains: readonly StrangersScores[]): Calibration {
  let [offset, slope] = [0, 1];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const { scores, labels, weights } of domains) {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      for (let i = 0; i < scores.length; i++) {
        const p = 1 / (1 + Math.exp(-(offset + slope * scores[i]!)));
        const weight = weights[i]! / total;
        const missed = weight * (labels[i]! - p);
        const spread = weight * p * (1 - p);
        g0 += missed;
        g1 += missed * scores[i]!;
        h00 += spread;
        h01 += spread * scores[i]!;
        h11 += spread * scores[i]! ** 2;
      }
    }
    const determinant = h00 * h11 - h01 ** 2;
    const [up, turn] = [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
    offset += up;
    slope += turn;
    if (Math.abs(up) + Math.abs(turn) < 1e-10) break;
  }
  const shares = domains.map(({ labels, reached }) => labels.reduce((sum, label) => sum + label, 0) / reached);
  const prior = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return { offset: Number(offset.toFixed(3)), slope: Number(slope.toFixed(3)), prior: Number(prior.toFixed(4)) };
}

/**
 * The same table as weights of evidence: calibrated log odds less the log odds before any sign was seen, which are those of an
 * account that exceptional money reached: nobody else has most signs, and who of them may be listed is a matter of protection
 * that must not move the scale. How common operators are in training worlds says nothing about the file that is judged. Weights rounded to thousandths and kept
 * within `bound`.
 */
export function applyCalibration(
  { bias, signs }: PassWeights,
  { offset, slope, prior }: Calibration,
  bound: number,
): PassWeights {
  const scaled = (weight: number): number => Number(Math.max(-bound, Math.min(bound, slope * weight)).toFixed(3));
  return {
    bias: Number((offset + slope * bias - Math.log(prior / (1 - prior))).toFixed(3)),
    signs: signs.map((sign) => ({
      ...sign,
      weights: sign.weights.map(scaled),
      missing: scaled(sign.missing),
    })),
  };
}

import {
  type AccountFacts,
  type FlowFeatures,
  measureFacts,
  measureNeighbourSigns,
  measureSigns,
  type SignColumn,
} from '../../features/index.js';
import { positionBars } from '../leads-by-score/payer-protection.js';
import { EVIDENCE_WEIGHTS, type WeightTable } from '../weights/index.js';
import { scoreColumns } from './score-columns.js';

/** Scores of all accounts, in nats, and the signs they come from. */
export interface AccountScores {
  /** Score by an account's own signs. */
  readonly first: Float64Array;
  /** Score that also sees what the accounts around it scored; the one that decides. */
  readonly second: Float64Array;
  /** All signs of both passes. */
  readonly columns: readonly SignColumn[];
  readonly weights: WeightTable;
}

export interface ScoreOptions {
  /** Default {@link EVIDENCE_WEIGHTS}. */
  readonly weights?: WeightTable;
  /** Default `measureFacts(features)`. */
  readonly facts?: AccountFacts;
}

/**
 * Scores every account by many weak signs, each with a bounded weight. The score says how far the signs are consistent with
 * an operator of a network rather than with ordinary life; it is no probability, and by itself it protects no payer: see
 * `positionBars`. O(n log n) in the transfers.
 */
export function scoreAccounts(features: FlowFeatures, options: ScoreOptions = {}): AccountScores {
  const { weights = EVIDENCE_WEIGHTS, facts = measureFacts(features) } = options;
  const { accountCount } = features.graph;
  const own = measureSigns(features, facts);
  const first = scoreColumns(weights.first, own, accountCount);
  const placed = positionBars(features, facts).map((bar) => Number(bar === 0));
  const columns = [...own, ...measureNeighbourSigns(features, chancesOf(first, placed))];
  return { first, second: scoreColumns(weights.second, columns, accountCount), columns, weights };
}

/** Maps a score onto 0..1 for the second pass. A scale, not a probability of anything. */
export function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

/**
 * What the second pass sees of the accounts around: scores of those that hold a position on the operating side, on a scale of
 * 0..1, and 0 for all others. The scores were learned on accounts with a position and say nothing about others.
 */
export function chancesOf(scores: Float64Array, placed: Uint8Array): Float64Array {
  return scores.map((score, account) => (placed[account] === 1 ? logistic(score) : 0));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certifyWeights,
  EVIDENCE_WEIGHTS,
  leadsByScore,
  type PassWeights,
  scoreAccounts,
  SCORE_DEFAULTS,
  SIGN_ROWS,
  statedDirection,
  type WeightTable,
} from '../../../src/judgement/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { flowWorldArbitrary } from '../../features/flow-worlds.js';
import { storyOf } from '../../support/fee-stories.js';

/** A weight for every sign there is, so that the laws do not depend on what was learned. */
function everySign(bias: number, edges = [0.2, 0.5, 0.8]): PassWeights {
  const signs = SIGN_ROWS.flatMap(({ id, signs: names }) =>
    names.map((name, position) => {
      const direction = statedDirection(name) ?? '+';
      const weights = [-0.5, 0.1, 0.2, 0.3 + position / 10];
      return {
        name,
        row: id,
        direction,
        edges,
        weights: direction === '+' ? weights : weights.reverse(),
        missing: -0.05,
      };
    }),
  );
  return { bias, signs };
}
const WEIGHTS: WeightTable = { ...EVIDENCE_WEIGHTS, first: everySign(-4), second: everySign(-3) };
/**
 * Cut where no share of small whole numbers lies: marked money moves in whole minor units, so that a share may differ by a part
 * of one unit when amounts are scaled.
 */
const ODD_EDGES = [0.2113, 0.5077, 0.7993];
const ODD_WEIGHTS: WeightTable = { ...WEIGHTS, first: everySign(-4, ODD_EDGES), second: everySign(-3, ODD_EDGES) };
/** Low bounds, so that groups come about among seven accounts. */
const PARAMETERS = { ...SCORE_DEFAULTS, candidateScore: -2, leastMembers: 2, protectedReceiverScore: 3 };

/** Scores by name and leads by the names of their members. */
function judged(
  transfers: readonly TransferInput[],
  original = (name: string): string => name,
  weights = WEIGHTS,
): unknown {
  const { features, names } = storyOf(transfers);
  const { first, second } = scoreAccounts(features, { weights });
  const { leads } = leadsByScore(features, second, { parameters: PARAMETERS });
  const known = names.map(original);
  return {
    scores: known.map((name, account) => [name, first[account]!.toFixed(9), second[account]!.toFixed(9)]).sort(),
    leads: leads
      .map(({ band, members, meanScore }) => [
        band,
        meanScore.toFixed(9),
        members
          .map((m) => known[m]!)
          .sort()
          .join(),
      ])
      .sort(),
  };
}

describe('scores and leads', () => {
  it('stay the same when rows are shuffled, accounts renamed, amounts scaled, time moved by whole days', () => {
    certifyWeights(WEIGHTS);
    fc.assert(
      fc.property(flowWorldArbitrary, fc.infiniteStream(fc.nat()), (transfers, stream) => {
        const plain = judged(transfers);
        expect(judged([...transfers].sort(() => (stream.next().value % 2) * 2 - 1))).toEqual(plain);
        const rename = (name: string): string => `${'gfedcba'.indexOf(name)}${name}`;
        const renamed = transfers.map((one) => ({
          ...one,
          payer: rename(one.payer as string),
          beneficiary: rename(one.beneficiary as string),
        }));
        expect(judged(renamed, (name) => name.slice(1))).toEqual(plain);
        const scaled = (zeros: number): unknown => {
          const larger = transfers.map((one) => ({ ...one, amount: `${one.amount}${'0'.repeat(zeros)}` }));
          return judged(larger, undefined, ODD_WEIGHTS);
        };
        expect(scaled(8)).toEqual(scaled(6));
        expect(judged(transfers.map((one) => ({ ...one, timeMs: one.timeMs + 364 * 86_400_000 })))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('list nobody whom protection keeps out, whatever the scores', () => {
    fc.assert(
      fc.property(flowWorldArbitrary, (transfers) => {
        const { features, names } = storyOf(transfers);
        const feeFlows = [names.map((_, account) => account)];
        const { bars, leads } = leadsByScore(features, new Float64Array(names.length).fill(9), { feeFlows });
        for (const { members } of leads) for (const member of members) expect(bars[member]).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

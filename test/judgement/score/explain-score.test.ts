import { describe, expect, it } from 'vitest';
import { SIGN_DICTIONARY } from '../../../src/features/index.js';
import {
  type AccountScores,
  EVIDENCE_WEIGHTS,
  scoreColumns,
  ScoreExplainer,
  SIGN_ROWS,
  SIGN_SENTENCES,
  type SignWeights,
} from '../../../src/judgement/index.js';

const LOG = (count: number): number => Math.log1p(count);
const SIGNS: readonly SignWeights[] = [
  { name: 'cofeed', direction: '+', row: 'co-feeding', edges: [0.5, 1.5], weights: [-0.2, 1, 2], missing: -0.1 },
  { name: 'cofeedShare', direction: '+', row: 'co-feeding', edges: [0.5], weights: [0, 0.5], missing: 0 },
  { name: 'bizOutVal', direction: '-', row: 'wages-rent-suppliers', edges: [0.3], weights: [0.1, -0.5], missing: 0 },
  { name: 'exSpan', direction: '-', row: 'campaign', edges: [0.5], weights: [0.8, -0.3], missing: -0.4 },
];
const COLUMNS = [
  { name: 'cofeed', values: Float64Array.of(LOG(4), LOG(4), LOG(1), 0, NaN) },
  { name: 'cofeedShare', values: Float64Array.of(0.9, 0.7, 0.2, 0, NaN) },
  { name: 'bizOutVal', values: Float64Array.of(0.4, 0.4, 0, 0, 0) },
  { name: 'exSpan', values: Float64Array.of(NaN, NaN, NaN, 0.2, 0.9) },
];

function scoresOf(signs: readonly SignWeights[]): AccountScores {
  const second = { bias: -3, signs };
  return {
    first: new Float64Array(5),
    second: scoreColumns(second, COLUMNS, 5),
    columns: COLUMNS,
    weights: { ...EVIDENCE_WEIGHTS, second },
  };
}

describe('a score explained', () => {
  const scores = scoresOf(SIGNS);
  const explainer = new ScoreExplainer(scores);

  it('names the parts for and against, the rate of the file, and what is not known', () => {
    const { bias, supports, lowers, notKnown } = explainer.explain([0]);
    expect(bias).toBe(-3);
    expect(supports.map(({ sentence }) => sentence)).toEqual([
      'Others who gather and feed the same account: 4 (+2.5); 2 of 5 accounts here have that.',
    ]);
    expect(lowers.map(({ sentence }) => sentence)).toEqual([
      'Speaks against: 40 % of what leaves goes to businesses (-0.5); 2 of 5 accounts here have that.',
    ]);
    expect(notKnown).toEqual([
      { row: 'campaign', about: 'how long exceptional payments kept coming in', weight: -0.4 },
    ]);
  });

  it('adds up to the mean score of the accounts explained', () => {
    for (const members of [[0], [0, 1, 2], [3, 4], [0, 1, 2, 3, 4]]) {
      const { bias, supports, lowers, notKnown } = explainer.explain(members);
      const sum = [...supports, ...lowers, ...notKnown].reduce((total, { weight }) => total + weight, bias);
      const mean = members.reduce((total, member) => total + scores.second[member]!, 0) / members.length;
      expect(Math.abs(sum - mean)).toBeLessThan(0.05 * SIGNS.length);
      for (const part of supports) expect(part.weight).toBeGreaterThan(0);
      for (const part of lowers) expect(part.weight).toBeLessThan(0);
    }
  });

  it('tells the median of several accounts', () => {
    expect(explainer.explain([0, 1]).supports[0]?.sentence).toBe(
      'Typically others who gather and feed the same account: 4 (+2.5); 2 of 5 accounts here have that.',
    );
  });

  it('has nothing to tell without signs', () => {
    expect(new ScoreExplainer(scoresOf([])).explain([0])).toEqual({ bias: -3, supports: [], lowers: [], notKnown: [] });
  });
});

describe('the sentences of signs', () => {
  it('and the rows cover every sign that is measured, once', () => {
    const neighbours = SIGN_ROWS.filter(({ id }) => id.endsWith('-like-it')).flatMap(({ signs }) => signs);
    const measured = [...SIGN_DICTIONARY.map(({ name }) => name), ...neighbours];
    expect(SIGN_ROWS.flatMap(({ signs }) => signs).sort()).toEqual(measured.sort());
    expect(new Set(SIGN_ROWS.map(({ id }) => id)).size).toBe(SIGN_ROWS.length);
  });

  it('are there for every sign of every row, and say nothing of likelihood', () => {
    for (const { signs } of SIGN_ROWS) {
      for (const name of signs) {
        for (const value of [0.01, 0.04, 0.5, 1, 3]) {
          const sentence = SIGN_SENTENCES.get(name)?.(value) ?? '';
          expect(sentence, name).toMatch(/^[a-z0-9]/u);
          expect(sentence, name).not.toMatch(/NaN|Infinity|undefined|likel|probab/u);
        }
      }
    }
  });
});

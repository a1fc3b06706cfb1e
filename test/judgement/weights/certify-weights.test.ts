import { describe, expect, it } from 'vitest';
import {
  certifyWeights,
  EVIDENCE_WEIGHTS,
  readWeights,
  SIGN_SENTENCES,
  signRowOf,
  statedDirection,
  type SignWeights,
  type WeightTable,
} from '../../../src/judgement/index.js';

const SOUND: SignWeights = { name: 's', direction: '+', row: 'r', edges: [0, 1], weights: [-1, 0, 2], missing: -0.5 };

function tableOf(...signs: SignWeights[]): WeightTable {
  return { ...EVIDENCE_WEIGHTS, first: { bias: -4, signs }, second: { bias: -4, signs: [] } };
}

describe('the certificate of weights', () => {
  it('holds for the weights that come with the library', () => {
    expect(() => {
      certifyWeights(EVIDENCE_WEIGHTS);
    }).not.toThrow();
    for (const { signs } of [EVIDENCE_WEIGHTS.first, EVIDENCE_WEIGHTS.second]) {
      expect(signs.length).toBeLessThanOrEqual(81);
      for (const { name, row, direction, missing } of signs) {
        const known = signRowOf(name);
        expect(known?.id, name).toBe(row);
        if (known?.silent === true) expect(missing, name).toBe(0);
        expect([undefined, direction], name).toContain(statedDirection(name));
        expect(SIGN_SENTENCES.has(name), name).toBe(true);
      }
    }
  });

  it('holds for a sound sign and for a table without signs', () => {
    expect(() => {
      certifyWeights(tableOf(SOUND));
      certifyWeights(tableOf());
    }).not.toThrow();
  });

  it.each<[string, Partial<SignWeights>]>([
    ['weights against the direction', { weights: [0, -0.1, 2] }],
    ['weights against a falling direction', { direction: '-' }],
    ['edges that do not ascend', { edges: [1, 1] }],
    ['a weight too many', { weights: [0, 0, 0, 0] }],
    ['too many bins', { edges: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], weights: new Array<number>(11).fill(0) }],
    ['a weight over ln 30', { weights: [0, 0, 3.41] }],
    ['a weight that is no number', { weights: [0, 0, NaN] }],
    ['an edge that is not finite', { edges: [0, Infinity] }],
    ['a missing value that speaks for the reading', { missing: 0.1 }],
  ])('fails for %s', (_, fault) => {
    expect(() => {
      certifyWeights(tableOf({ ...SOUND, ...fault }));
    }).toThrow(expect.objectContaining({ code: 'weight-table' }));
  });

  it('fails for a sign that is listed twice and for a bias that is no number', () => {
    expect(() => {
      certifyWeights(tableOf(SOUND, SOUND));
    }).toThrow();
    expect(() => {
      certifyWeights({ ...tableOf(), first: { bias: NaN, signs: [] } });
    }).toThrow();
  });

  it('refuses JSON that is no table of this version', () => {
    for (const json of [undefined, null, 3, {}, { ...EVIDENCE_WEIGHTS, version: 2 }]) {
      expect(() => readWeights(json)).toThrow(expect.objectContaining({ code: 'weight-table' }));
    }
    expect(readWeights(JSON.parse(JSON.stringify(EVIDENCE_WEIGHTS)))).toEqual(EVIDENCE_WEIGHTS);
  });
});

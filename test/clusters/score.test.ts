import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMinimumEvidence, levelOf, type Score, scoreFindings } from '../../src/clusters/index.js';
import { type CountClass, type EvidenceFamily, type Finding } from '../../src/evidence/index.js';

function finding(countClass: CountClass, family: EvidenceFamily, strength = 1, more: Partial<Finding> = {}): Finding {
  return {
    typology: `${countClass}-${family}`,
    version: 1,
    countClass,
    family,
    status: 'fired',
    strength,
    subjects: [0],
    payers: [],
    receivers: [],
    rows: [],
    measured: [],
    alternatives: [],
    ...more,
  };
}

function level(score: Score): string {
  return levelOf(score, hasMinimumEvidence({ payers: 3, transfers: 5 }, score));
}

describe('scoreFindings', () => {
  // The vectors of the domain's combination rule.
  it.each([
    [
      'P+S+S in three families',
      [finding('primary', 'structure'), finding('supporting', 'time'), finding('supporting', 'geography')],
      0.49425,
      'elevated',
    ],
    [
      'P+P+P',
      [finding('primary', 'structure'), finding('primary', 'time'), finding('primary', 'geography')],
      0.657,
      'elevated',
    ],
    [
      'P+S+L in three families',
      [finding('primary', 'structure'), finding('supporting', 'time'), finding('low', 'geography')],
      0.43475,
      'review',
    ],
    ['P+P in one family', [finding('primary', 'structure'), finding('primary', 'structure')], 0.3, 'context'],
    [
      'S+S+S without a primary',
      [finding('supporting', 'structure'), finding('supporting', 'time'), finding('supporting', 'geography')],
      0.385875,
      'context',
    ],
    ['P reduced, alone', [finding('primary', 'structure', 0.6)], 0.18, 'context'],
  ] as const)('%s', (_, findings, total, expected) => {
    const score = scoreFindings(findings);
    expect(score.total).toBeCloseTo(total, 12);
    expect(level(score)).toBe(expected);
  });

  it('lets explained findings contribute nothing', () => {
    expect(scoreFindings([finding('primary', 'time', 1, { status: 'explained' })])).toEqual({ total: 0, parts: [] });
  });

  it('adds up to its total, whatever the findings', () => {
    const anyFinding = fc
      .tuple(
        fc.constantFrom<CountClass>('primary', 'supporting', 'low'),
        fc.constantFrom<EvidenceFamily>('structure', 'time', 'geography', 'amount', 'linkage'),
        fc.constantFrom(1, 0.6),
      )
      .map(([countClass, family, strength]) => finding(countClass, family, strength));
    fc.assert(
      fc.property(fc.array(anyFinding), (findings) => {
        const { total, parts } = scoreFindings(findings);
        expect(parts.reduce((sum, part) => sum + part.adds, 0)).toBeCloseTo(total, 12);
        expect(total).toBeLessThan(1);
        expect(new Set(parts.map(({ family }) => family)).size).toBe(parts.length);
        expect(scoreFindings([...findings].reverse())).toEqual({ total, parts });
      }),
    );
  });
});

describe('hasMinimumEvidence', () => {
  const score = scoreFindings([finding('primary', 'structure'), finding('supporting', 'geography')]);

  it.each([
    [{ payers: 3, transfers: 5 }, true],
    [{ payers: 2, transfers: 5 }, false],
    [{ payers: 3, transfers: 4 }, false],
  ])('%o is enough: %s', (counts, expected) => {
    expect(hasMinimumEvidence(counts, score)).toBe(expected);
  });

  it('needs two families, one of them structure or time', () => {
    const counts = { payers: 9, transfers: 9 };
    expect(hasMinimumEvidence(counts, scoreFindings([finding('primary', 'structure')]))).toBe(false);
    const places = scoreFindings([finding('primary', 'geography'), finding('primary', 'amount')]);
    expect(hasMinimumEvidence(counts, places)).toBe(false);
    const time = scoreFindings([finding('primary', 'geography'), finding('low', 'time')]);
    expect(hasMinimumEvidence(counts, time)).toBe(true);
  });
});

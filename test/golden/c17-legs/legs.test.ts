import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { firedBy } from '../support/variations.js';
import { legs, LEGS_CASE } from './transfers.js';

const { judged } = describeCase(LEGS_CASE);

describe('C17 in detail', () => {
  it('sees four families at four collectors in the order of the way, and names nobody for it', () => {
    const [finding, ...others] = firedOf(judged, 'corridor-order');
    expect(others).toEqual([]);
    expect(finding?.subjects).toEqual(['GR', 'HU', 'MK', 'RS'].map((country) => `C17-collector-${country}`));
    expect(finding?.shown).toEqual([]);
    expect(finding?.payerCount).toBe(4);
    const { measured } = finding!;
    expect([...measured.keys()][0]).toBe('corridor western-balkans (version 1) positions');
    expect(measured.get('pairsWithinFamilies')).toBe(24);
    expect(measured.get('gamma')).toBe(1);
    expect(measured.get('coverage')).toBeCloseTo(4 / 6);
    expect(measured.get('chance')).toBeLessThanOrEqual(0.01);
  });

  it('sees nothing where the countries are turned round', () => {
    const turned = { transfers: legs({ reversed: true }).transfers, originalOf: (account: string): string => account };
    expect(firedBy(turned, ['corridor-order'])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { STRAW_ACCOUNTS } from './transfers.js';

const { judged } = describeCase(STRAW_ACCOUNTS);

describe('C05 in detail', () => {
  it('sees twelve pairs, four at each straw account', () => {
    expect(firedOf(judged, 'instalment-pair').map(({ payerCount }) => payerCount)).toEqual([4, 4, 4]);
  });

  it('sees three straw accounts without a payer in common', () => {
    const [layer] = firedOf(judged, 'collector-layer');
    expect(layer?.subjects).toEqual(['C05-straw-0', 'C05-straw-1', 'C05-straw-2']);
    expect(layer?.measured.get('payerOverlap')).toBe(0);
  });
});

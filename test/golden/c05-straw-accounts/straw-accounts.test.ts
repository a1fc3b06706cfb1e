import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { STRAW_ACCOUNTS, strawAccounts } from './transfers.js';

const { judged } = describeCase(STRAW_ACCOUNTS);

describe('C05 in detail', () => {
  it('sees twelve pairs on the side that L belongs to', () => {
    expect(Math.max(...firedOf(judged, 'instalment-pair').map(({ payerCount }) => payerCount))).toBe(12);
  });

  it('sees three straw accounts without a payer in common', () => {
    const [layer] = firedOf(judged, 'collector-layer');
    expect(layer?.subjects).toEqual(['C05-straw-0', 'C05-straw-1', 'C05-straw-2']);
    expect(layer?.measured.get('payerOverlap')).toBe(0);
  });
});

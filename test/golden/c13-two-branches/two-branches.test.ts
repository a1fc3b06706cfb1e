import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { TWO_BRANCHES } from './transfers.js';

const { judged } = describeCase(TWO_BRANCHES);

describe('C13 in detail', () => {
  it('sees 985,000 that cancel out but for 15,000', () => {
    const [settlement] = firedOf(judged, 'net-settlement');
    expect(settlement?.measured.get('grossAmount')).toBe('985000.00');
    expect(settlement?.measured.get('netAmount')).toBe('15000.00');
    expect(settlement?.subjects).toEqual(['C13-a', 'C13-c']);
  });

  it('sees two collectors at one wallet', () => {
    expect(firedOf(judged, 'crypto-bridge').map(({ subjects }) => subjects)).toEqual([['C13-k-0', 'C13-k-1']]);
  });
});

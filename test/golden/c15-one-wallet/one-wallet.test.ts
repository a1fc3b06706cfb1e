import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { firedBy } from '../support/variations.js';
import { brokenOrder, ONE_WALLET } from './transfers.js';

const { judged } = describeCase(ONE_WALLET);

describe('C15 in detail', () => {
  it('sees six collectors at one wallet', () => {
    const [bridge] = firedOf(judged, 'crypto-bridge');
    expect(bridge?.subjects.length).toBe(6);
    expect(bridge?.payerCount).toBe(60);
  });

  it('says the same where the order of the countries is broken', () => {
    const told = (transfers: typeof ONE_WALLET.story.transfers): string[] =>
      firedBy({ transfers, originalOf: (account) => account }, ['common-beneficiary', 'crypto-bridge']);
    expect(told(brokenOrder().transfers)).toEqual(told(ONE_WALLET.story.transfers));
  });

  it('sees the order of the countries at each collector, and none where it is broken', () => {
    const found = firedOf(judged, 'corridor-order');
    expect(found.length).toBe(6);
    for (const { measured } of found) {
      expect([...measured.keys()][0]).toBe('corridor belarus-baltic (version 1) positions');
      expect(measured.get('gamma')).toBe(1);
      expect(measured.get('chance')).toBeLessThanOrEqual(0.001);
    }
    const broken = { transfers: brokenOrder().transfers, originalOf: (account: string): string => account };
    expect(firedBy(broken, ['corridor-order'])).toEqual([]);
  });
});

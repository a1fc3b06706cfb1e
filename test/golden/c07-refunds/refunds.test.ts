import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { REFUNDS } from './transfers.js';

const { judged } = describeCase(REFUNDS);

describe('C07 in detail', () => {
  it('holds six of eight clients against two of forty', () => {
    const [loop] = firedOf(judged, 'refund-loop');
    expect(loop?.payerCount).toBe(6);
    expect(loop?.measured.get('clientsOfTheAgent')).toBe(8);
    expect(loop?.measured.get('refundRate')).toBe(0.75);
    expect(loop?.measured.get('otherClients')).toBe(40);
    expect(loop?.measured.get('otherRefundRate')).toBe(0.05);
  });
});

import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { FATHER_AND_SON } from './transfers.js';

const { judged } = describeCase(FATHER_AND_SON);

describe('C09 in detail', () => {
  it('shows the two recipients in common, and neither of those who send', () => {
    const shared = firedOf(judged, 'third-party-fan-out');
    expect(shared.flatMap(({ subjects }) => subjects)).toEqual(['C09-recipient-0', 'C09-recipient-1']);
  });

  it('sees six deposits just below the threshold', () => {
    const [deposits] = firedOf(judged, 'structured-deposits');
    expect(deposits?.subjects).toEqual(['C09-F']);
    expect(deposits?.payerCount).toBe(6);
  });
});

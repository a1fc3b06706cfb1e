import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { BOAT } from './transfers.js';

const { judged, twin } = describeCase(BOAT);

describe('C23 in detail', () => {
  it('explains the community boat: what was pooled went to merchants', () => {
    const [pooled] = twin.findings.filter(({ typology }) => typology === 'common-beneficiary');
    expect(pooled?.status).toBe('explained');
    expect(pooled?.alternatives.get('A03')).toBe('passed');
    expect(twin.leads).toEqual([]);
    expect(twin.caseText).toContain('No profit retainer seen');
  });

  it('does not explain the one that somebody keeps half of', () => {
    const [pooled] = judged.findings.filter(({ typology }) => typology === 'common-beneficiary');
    expect(pooled?.alternatives.get('A03')).toBe('notPassed');
  });
});

import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { VALUE_TRANSFER } from './transfers.js';

const { judged, twin } = describeCase(VALUE_TRANSFER);

describe('C21 in detail', () => {
  it('holds back what is about a licensed node, and counts it', () => {
    const about = judged.findings.filter(({ status }) => status === 'fired').length;
    expect(about).toBeGreaterThan(0);
    expect(twin.findings.filter(({ status }) => status === 'fired')).toEqual([]);
    expect(twin.guarded.explainedByLists).toBe(about);
    expect(twin.caseText).not.toContain('C21-v');
  });
});

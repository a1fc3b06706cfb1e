import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../src/foundation/index.js';
import { isReportable, THRESHOLD_RULES, type ThresholdRule } from '../../../src/typologies/index.js';

const CURRENCY = { code: 'XXX', scale: 2, lane: 'safe' } as const;

function rule(id: string): ThresholdRule {
  return THRESHOLD_RULES.find((one) => one.id === id)!;
}

/** Deposits of one business day, an hour apart, in cents. */
function reportable(id: string, ...cents: number[]): boolean {
  const amounts = cents.map((minor, i) => ({ timeMs: i * HOUR_MS, minor: BigInt(minor) }));
  return isReportable(rule(id), amounts, CURRENCY);
}

describe('the table of reporting thresholds', () => {
  it('adds deposits up where the rule says so', () => {
    const three = [400_000, 400_000, 400_000];
    expect(reportable('US-CTR', ...three)).toBe(true);
    expect(reportable('CA-LCTR', ...three)).toBe(true);
    expect(reportable('AU-TTR', ...three)).toBe(false);
  });

  it('tells "over" from "at least"', () => {
    expect(['US-CTR', 'CA-LCTR', 'AU-TTR'].map((id) => reportable(id, 1_000_000))).toEqual([false, true, true]);
    expect(['US-CTR', 'CA-LCTR', 'AU-TTR'].map((id) => reportable(id, 1_000_001))).toEqual([true, true, true]);
    expect(['US-CTR', 'CA-LCTR', 'AU-TTR'].map((id) => reportable(id, 999_999))).toEqual([false, false, false]);
  });

  it('looks back 24 hours inclusive where it rolls', () => {
    const apart = (hours: number): boolean =>
      isReportable(
        rule('CA-LCTR'),
        [
          { timeMs: 20 * HOUR_MS, minor: 500_000n },
          { timeMs: (20 + hours) * HOUR_MS, minor: 500_000n },
        ],
        CURRENCY,
      );
    expect(apart(24)).toBe(true);
    expect(apart(24.001)).toBe(false);
  });

  it('adds up over a month where the rule does', () => {
    expect(reportable('MX-USD', 400_000, 300_000)).toBe(false);
    expect(reportable('MX-USD', 400_000, 300_001)).toBe(true);
  });

  it('names every row once, with a source and a currency', () => {
    expect(new Set(THRESHOLD_RULES.map(({ id }) => id)).size).toBe(THRESHOLD_RULES.length);
    for (const one of THRESHOLD_RULES) {
      expect(one.note.length).toBeGreaterThan(5);
      expect(one.currency).toMatch(/^[A-Z]{3}$/);
      expect(one.channels.length).toBeGreaterThan(0);
    }
  });

  it('says when a rule does not fit the digits of the data', () => {
    const odd: ThresholdRule = { ...rule('US-CTR'), amount: '0.5' };
    expect(() => isReportable(odd, [{ timeMs: 0, minor: 1n }], { ...CURRENCY, scale: 0 })).toThrow(
      expect.objectContaining({ code: 'threshold-amount' }),
    );
  });
});

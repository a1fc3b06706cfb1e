import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { TUCSON } from './transfers.js';

const { judged, twin } = describeCase(TUCSON);

describe('C01 in detail', () => {
  it('measures every funnel as it was', () => {
    const funnels = firedOf(judged, 'funnel-account');
    expect(new Set(funnels.flatMap(({ subjects }) => subjects)).size).toBeGreaterThanOrEqual(20);
    for (const { measured } of funnels) {
      expect(measured.get('senders')).toBe(16);
      expect(measured.get('placesIn')).toBe(16);
      expect(measured.get('outRatio')).toBe(0.95);
      expect(measured.get('medianDwellHours')).toBe(24);
    }
  });

  it('sees one layer with one common receiver and no payer in common', () => {
    const [layer] = firedOf(judged, 'collector-layer');
    expect(layer?.subjects.length).toBe(22);
    expect(layer?.measured.get('payerOverlap')).toBe(0);
    expect(layer?.payerCount).toBe(352);
  });

  it('counts the families and names none', () => {
    expect(judged.leads[0]?.payers).toBe(352);
  });

  it('explains the chain of shops', () => {
    const explained = twin.findings.filter(({ typology }) => typology === 'funnel-account');
    expect(explained.length).toBe(22);
    for (const { alternatives } of explained) expect(alternatives.get('A13')).toBe('passed');
  });
});

import { describe, expect, it } from 'vitest';
import { boundOfMeasure, formatMeasure, wordsOfMeasure } from '../../src/disclosure/index.js';
import { DETECTORS, runDetector } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { DETECTOR_EXAMPLES } from '../support/detector-examples/index.js';

const measured = [...DETECTOR_EXAMPLES].flatMap(([id, { positive, parameters }]) => {
  const { detection } = runDetector(
    contextOf(positive),
    DETECTORS.find((one) => one.id === id)!,
    parameters,
  );
  return detection.status === 'evaluated' ? detection.findings.items.flatMap((finding) => finding.measured) : [];
});

describe('the words of measures', () => {
  it('hold no name of code, for every measure of every detector', () => {
    expect(measured.length).toBeGreaterThan(50);
    for (const one of measured) {
      expect(wordsOfMeasure(one)).toMatch(/^[a-z]/u);
      expect(wordsOfMeasure(one)).not.toMatch(/[a-z][A-Z]|\b(?:min|max)\b|parameter/u);
      expect(formatMeasure(one)).not.toMatch(/parameter|\(threshold|[a-z][A-Z]|NaN|undefined/u);
    }
  });

  it('say of every threshold on which side of it the value had to stay', () => {
    for (const one of measured) {
      const bound = boundOfMeasure(one);
      if (bound === undefined || one.threshold === undefined || typeof one.value !== 'number') continue;
      const holds = bound === 'atMost' ? one.value <= one.threshold : one.value >= one.threshold;
      expect([one.name, one.value, one.threshold, holds]).toEqual([one.name, one.value, one.threshold, true]);
    }
  });

  it('show shares as parts of a hundred, times with their unit, money with its currency', () => {
    expect(formatMeasure({ name: 'passedShare', value: 0.8376, unit: 'share', threshold: 0.8 })).toBe(
      'share passed on 83.76 % (at least 80 %)',
    );
    expect(formatMeasure({ name: 'spanHours', value: 12, unit: 'hours', threshold: 24 })).toBe(
      'time span 12 hours (at most 24)',
    );
    expect(formatMeasure({ name: 'amount', value: '12.50', unit: 'money', currency: 'EUR' })).toBe('amount EUR 12.50');
    expect(formatMeasure({ name: 'medianGapDays', value: 3, unit: 'days' })).toBe('median gap 3 days');
  });
});

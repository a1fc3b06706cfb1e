import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/typologies/index.js';
import { describeDetectorContract } from '../support/detector-contract.js';
import { DETECTOR_EXAMPLES } from '../support/detector-examples/index.js';

describe('the registry of detectors', () => {
  it('names every detector once', () => {
    const ids = DETECTORS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has an example for every detector, and none without a detector', () => {
    expect([...DETECTOR_EXAMPLES.keys()].sort()).toEqual(DETECTORS.map(({ id }) => id).sort());
  });
});

for (const detector of DETECTORS) {
  const example = DETECTOR_EXAMPLES.get(detector.id);
  if (example !== undefined) describeDetectorContract(detector, example);
}

import { describe, expect, it } from 'vitest';
import { defaultTies } from '../../src/foundation/index.js';
import { buildTemporalGraph, degreeHubs } from '../../src/graph/index.js';
import { simulateWorld, type SimulateOptions } from '../../src/simulation/index.js';
import { type DetectionContext, runDetectors } from '../../src/typologies/index.js';
import { detectInSlices } from '../../src/slices/index.js';
import { chosenDetectors, partByHash } from '../support/slices.js';

function contextOfWorld(options: SimulateOptions): DetectionContext {
  const { ledger } = simulateWorld(options).toLedger();
  const graph = buildTemporalGraph(ledger);
  return { graph, ties: defaultTies(ledger.precision), hubs: new Set(degreeHubs(graph, 120)) };
}

describe('slices of a simulated world', () => {
  it.each([{ seed: 21, transfers: 10_000 } as const])(
    'give the findings of the whole: %j',
    { timeout: 300_000 },
    (options) => {
      const context = contextOfWorld(options);
      const whole = runDetectors(context);
      const detectors = chosenDetectors();
      for (const parts of [1, 3]) {
        const cut = detectInSlices(context, detectors, { parts, partOf: partByHash(parts, 5) });
        cut.forEach(({ detector, detection }, i) => {
          const expected = whole[i]!.detection;
          expect([detector.id, detection.status]).toEqual([detector.id, expected.status]);
          if (detection.status === 'notEvaluable' || expected.status === 'notEvaluable') {
            expect(detection).toEqual(expected);
            return;
          }
          expect(detection).toEqual(expected);
        });
      }
    },
  );
});

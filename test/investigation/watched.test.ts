import { describe, expect, it } from 'vitest';
import { type Progress, type Watched } from '../../src/foundation/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { investigate } from '../../src/investigation/index.js';
import { countTemporalCycles, traceBackward, traceForward } from '../../src/trace/index.js';
import { DETECTORS } from '../../src/typologies/index.js';
import { ledgerOf } from '../support/small-ledgers.js';

const ledger = ledgerOf('a>b@1 5', 'b>c@2 4', 'c>a@3 3', 'a>b@4 2');
const graph = buildTemporalGraph(ledger);

/** Long work, each with the number of steps that its longest stage is made of. */
const WORK: readonly [string, number, (watched: Watched) => unknown][] = [
  ['investigate', DETECTORS.length, (watched) => investigate(ledger, { stabilityRuns: 1, ...watched })],
  ['traceForward', 2, (watched) => traceForward(graph, { rows: [0] }, { rules: ['fifo', 'poison'], ...watched })],
  ['traceBackward', 2, (watched) => traceBackward(graph, { rows: [1] }, { rules: ['fifo', 'lifo'], ...watched })],
  ['countTemporalCycles', 256, (watched) => countTemporalCycles(graph, { window: 9 }, watched)],
];

describe.each(WORK)('%s, watched', (_, steps, work) => {
  it('counts its steps, one after another', () => {
    const told: Progress[] = [];
    work({ onProgress: (progress) => told.push(progress) });
    const counted = told.filter(({ total }) => total === steps);
    expect(counted.map(({ done }) => done)).toEqual(Array.from({ length: steps }, (__, i) => i));
  });

  it('gives the same whether or not anybody watches', () => {
    const plain = JSON.stringify(work({}), bigintsAsText);
    expect(
      JSON.stringify(work({ onProgress: () => undefined, signal: new AbortController().signal }), bigintsAsText),
    ).toBe(plain);
  });

  it('ends with the reason of a signal: before it begins, or between two steps', () => {
    const reason = new Error('enough');
    expect(() => work({ signal: AbortSignal.abort(reason) })).toThrow(reason);
    const controller = new AbortController();
    let after = -1;
    const onProgress = ({ total, done }: Progress): void => {
      after++;
      if (total === steps && done === 0) {
        after = 0;
        controller.abort(reason);
      }
    };
    expect(() => work({ onProgress, signal: controller.signal })).toThrow(reason);
    expect(after).toBe(0);
  });
});

function bigintsAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

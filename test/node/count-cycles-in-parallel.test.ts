import { describe, expect, it } from 'vitest';
import { countCyclesInParallel } from '../../src/node/count-cycles-in-parallel.js';
import { countTemporalCycles } from '../../src/trace/index.js';
import { graphOfEdges, thicket, TIED } from '../support/cycle-graphs.js';

describe('counting cycles with several threads', () => {
  it('gives what counting here gives', async () => {
    const graph = graphOfEdges(thicket(9));
    for (const options of [
      { window: 24, ties: 'same-instant-allowed', maxLength: 5 },
      { window: 40, ties: 'strict', maxVisits: 20_000 },
    ] as const) {
      const here = countTemporalCycles(graph, options);
      expect(here.total).toBeGreaterThan(100n);
      expect(await countCyclesInParallel(graph, options, { workers: 2 })).toEqual(here);
    }
  });

  it('has one thread unless told otherwise, and copes with nothing to do', async () => {
    expect((await countCyclesInParallel(graphOfEdges(TIED), { window: 20, ties: 'strict' })).total).toBe(5n);
    expect(await countCyclesInParallel(graphOfEdges([]), { window: 1 }, { workers: 2 })).toMatchObject({
      total: 0n,
      complete: true,
    });
  });

  it('refuses what counting refuses', async () => {
    await expect(countCyclesInParallel(graphOfEdges(TIED), { window: -1 }, { workers: 2 })).rejects.toThrow('window');
  });

  it('tells how many stretches are counted, and is ended by a signal in the middle of its work', async () => {
    const told: number[] = [];
    const onProgress = ({ done }: { readonly done: number }): void => void told.push(done);
    await countCyclesInParallel(graphOfEdges(thicket(6)), { window: 24 }, { workers: 2, onProgress });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect([told[0], told.at(-1)]).toEqual([0, 256]);
    const reason = new Error('enough');
    const long = graphOfEdges(thicket(40));
    const signal = AbortSignal.any([AbortSignal.timeout(50), AbortSignal.abort(reason)]);
    await expect(countCyclesInParallel(long, { window: 400 }, { workers: 2, signal })).rejects.toBe(reason);
    const controller = new AbortController();
    const counting = countCyclesInParallel(
      long,
      { window: 400, maxVisits: 1e12 },
      { workers: 2, signal: controller.signal },
    );
    setTimeout(() => {
      controller.abort(reason);
    }, 20);
    await expect(counting).rejects.toBe(reason);
  });
});

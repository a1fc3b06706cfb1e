import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ties } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { countCycleSlices } from '../../../src/trace/cycles/count-slices.js';
import {
  type CountCyclesOptions,
  countTemporalCycles,
  planCycleCount,
} from '../../../src/trace/cycles/count-temporal-cycles.js';
import { graphOfEdges, thicket } from '../../support/cycle-graphs.js';
import { renamed, transferArbitrary, transfersArbitrary } from '../../support/small-ledgers.js';

const ties = fc.constantFrom<Ties>('strict', 'same-instant-allowed');
const window = fc.nat(7);
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];

function byLength(transfers: readonly TransferInput[], options: CountCyclesOptions): Record<number, bigint> {
  const count = countTemporalCycles(buildTemporalGraph(createLedger(transfers).ledger), options);
  return Object.fromEntries(count.byLength);
}

describe('laws of counting cycles', () => {
  it('names do not matter, nor the order of rows, nor when the clock was set to zero', () => {
    const names = new Map(NAMES.map((name, i) => [name, `${'fbdaec'[i]!}x`]));
    fc.assert(
      fc.property(transfersArbitrary, window, ties, (transfers, length, rule) => {
        const options = { window: length, ties: rule };
        const expected = byLength(transfers, options);
        expect(byLength(renamed(transfers, names), options)).toEqual(expected);
        expect(byLength([...transfers].reverse(), options)).toEqual(expected);
        const later = transfers.map((transfer) => ({ ...transfer, timeMs: transfer.timeMs + 1_000_003 }));
        expect(byLength(later, options)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('a transfer, a window or a rule more never takes a cycle away', () => {
    fc.assert(
      fc.property(transfersArbitrary, transferArbitrary, window, (transfers, another, length) => {
        const few = byLength(transfers, { window: length, ties: 'strict' });
        const more = [
          byLength([...transfers, another], { window: length, ties: 'strict' }),
          byLength(transfers, { window: length + 1, ties: 'strict' }),
          byLength(transfers, { window: length, ties: 'same-instant-allowed' }),
        ];
        for (const [cycleLength, cycles] of Object.entries(few)) {
          for (const counts of more) expect(counts[Number(cycleLength)]).toBeGreaterThanOrEqual(cycles);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('strangers do not matter', () => {
    fc.assert(
      fc.property(transfersArbitrary, transfersArbitrary, window, ties, (transfers, others, length, rule) => {
        const names = new Map(NAMES.map((name) => [name, `stranger ${name}`]));
        const options = { window: length, ties: rule };
        const alone = countTemporalCycles(buildTemporalGraph(createLedger(transfers).ledger), options).total;
        const rest = countTemporalCycles(buildTemporalGraph(createLedger(others).ledger), options).total;
        const all = [...transfers, ...renamed(others, names)];
        expect(countTemporalCycles(buildTemporalGraph(createLedger(all).ledger), options).total).toBe(alone + rest);
      }),
      { numRuns: 300 },
    );
  });

  it('any cut into slices gives the same sum', () => {
    const graph = graphOfEdges(thicket(8));
    const { slices, sum } = planCycleCount(graph, { window: 24 });
    const { edgeCount } = slices.graph;
    const whole = sum(countCycleSlices({ ...slices, bounds: [0, edgeCount], maxVisits: Infinity }));
    const apart = [1, 1, 7, 50, edgeCount].map((to, i, all) =>
      countCycleSlices({ ...slices, bounds: [all[i - 1] ?? 0, to] }),
    );
    for (const counts of [countCycleSlices(slices).reverse(), apart.flat()]) {
      expect(sum(counts)).toMatchObject({ total: whole.total, byLength: whole.byLength, complete: true });
    }
    expect(whole.total).toBeGreaterThan(1000n);
  });
});

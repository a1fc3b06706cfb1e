import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ties } from '../../../src/foundation/index.js';
import { countTemporalCycles } from '../../../src/trace/cycles/count-temporal-cycles.js';
import { findTemporalCycles } from '../../../src/trace/cycles/find-temporal-cycles.js';
import { firstCycles } from '../../../src/trace/cycles/first-cycles.js';
import { graphOfEdges, SAMPLE, thicket } from '../../support/cycle-graphs.js';
import { allTemporalCycles, type OracleEdge } from '../../support/oracles/temporal-cycles.js';

const account = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const edges: fc.Arbitrary<OracleEdge[]> = fc.array(fc.tuple(account, account, fc.integer({ min: 0, max: 6 })), {
  maxLength: 12,
});

describe('the first cycles of a search', () => {
  it('are all there are, each once, where there is room, and otherwise as many as asked for, the earliest first', () => {
    fc.assert(
      fc.property(
        edges,
        fc.constantFrom<Ties>('strict', 'same-instant-allowed'),
        fc.integer({ min: 1, max: 6 }),
        (given, ties, most) => {
          const graph = graphOfEdges(given);
          const search = findTemporalCycles(graph, { window: 4, ties, maxLength: Infinity });
          const expected = allTemporalCycles(given, 4, ties);
          const { items, complete, stoppedBy } = firstCycles(search, most);
          const all = firstCycles(search, Infinity);
          const keyOf = (transfers: readonly (number | string)[]): string =>
            [...transfers].map(Number).sort().join(' ');
          const listed = all.items.map(({ rows }) => keyOf([...rows].map((row) => graph.ledger.id(row)!)));
          expect(listed.sort()).toEqual(expected.map(keyOf).sort());
          expect(BigInt(all.items.length)).toBe(countTemporalCycles(graph, { window: 4, ties }).total);
          expect(new Set(all.items.map(({ rows }) => [...rows].join(' '))).size).toBe(expected.length);
          expect(items).toEqual(all.items.slice(0, most));
          expect(complete).toBe(expected.length <= most);
          expect(stoppedBy).toBe(expected.length <= most ? undefined : `maxListed ${most}`);
          const begins = all.items.map(({ firstTime }) => firstTime);
          expect(begins).toEqual([...begins].sort((a, b) => a - b));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('tell a limit of the search from the end of the list', () => {
    const search = (maxVisits: number): ReturnType<typeof findTemporalCycles> =>
      findTemporalCycles(graphOfEdges(thicket(6)), { window: 40, maxVisits });
    const cut = firstCycles(search(300), 1_000_000);
    expect([cut.complete, cut.stoppedBy]).toEqual([false, 'maxVisits 300']);
    expect(firstCycles(search(1_000_000), 3).stoppedBy).toBe('maxListed 3');
    expect(firstCycles(findTemporalCycles(graphOfEdges(SAMPLE), { window: 6 }), 3).complete).toBe(true);
  });
});

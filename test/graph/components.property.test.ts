import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPeriod } from '../../src/foundation/index.js';
import { buildTemporalGraph, strongComponents, weakComponents, windowOf } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { type Edge, labelsOf, reachability } from '../support/oracles/graph-oracles.js';
import { ledgerOf, transfersArbitrary } from '../support/small-ledgers.js';

const both = (edges: readonly Edge[]): Edge[] => edges.flatMap(([a, b]): Edge[] => [[a, b], [b, a]]); // prettier-ignore

describe('components', () => {
  it('agree with reachability, over all transfers and inside a window', () => {
    fc.assert(
      fc.property(transfersArbitrary, fc.option(fc.nat(6)), (transfers, start) => {
        const graph = buildTemporalGraph(createLedger(transfers).ledger);
        const window = start === null ? undefined : windowOf(graph, createPeriod(start, start + 2));
        const edges: Edge[] = [];
        for (let row = window?.firstRow ?? 0; row < (window?.endRow ?? graph.transferCount); row++) {
          edges.push([graph.payer[row]!, graph.beneficiary[row]!]);
        }
        const options = window === undefined ? {} : { window };
        const weak = reachability(graph.accountCount, both(edges));
        const strong = reachability(graph.accountCount, edges);
        const found = weakComponents(graph, options);
        expect([...found.label]).toEqual(labelsOf(graph.accountCount, (a, b) => weak[a]![b]!));
        expect([...strongComponents(graph, options).label]).toEqual(
          labelsOf(graph.accountCount, (a, b) => strong[a]![b]! && strong[b]![a]!),
        );
        expect(found.sizes.reduce((sum, size) => sum + size, 0)).toBe(graph.accountCount);
        expect(found.sizes).toHaveLength(found.count);
      }),
      { numRuns: 300 },
    );
  });

  it('follow a path and a cycle of 100,000 accounts without running out of stack', () => {
    const name = (i: number): string => String(i).padStart(6, '0');
    const path = Array.from({ length: 100_000 }, (_, i) => `${name(i)}>${name(i + 1)}@${i}`);
    const open = buildTemporalGraph(ledgerOf(...path));
    expect(strongComponents(open).count).toBe(100_001);
    expect(weakComponents(open).count).toBe(1);
    const closed = buildTemporalGraph(ledgerOf(...path, `${name(100_000)}>${name(0)}@1`));
    expect(strongComponents(closed).count).toBe(1);
  });

  it('refuse an option they do not know', () => {
    const graph = buildTemporalGraph(ledgerOf('a>b@1'));
    const misspelt = { windows: 1 } as object;
    expect(() => weakComponents(graph, misspelt)).toThrow(/unknown|option/i);
    expect(() => strongComponents(graph, misspelt)).toThrow(/option/i);
  });
});

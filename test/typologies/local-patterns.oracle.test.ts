import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, type Ties } from '../../src/foundation/index.js';
import { type Finding } from '../../src/evidence/index.js';
import { type DetectionContext, runDetectors } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { findingsOf } from '../support/detector-contract.js';
import { allFans, allGatherScatters, mostBetween } from '../support/oracles/local-patterns.js';
import { coinsOf } from '../support/oracles/own-money.js';
import { ALL_TRANSFERS, PLAIN_FAN, PLAIN_ROUND_TRIP } from '../support/plain-patterns.js';
import { allTemporalCycles, type OracleEdge } from '../support/oracles/temporal-cycles.js';

/** Edges with times in hours as a context, of 10 each unless told otherwise; the edge's number is the id. */
function contextOfEdges(
  edges: readonly OracleEdge[],
  ties: Ties = 'strict',
  amounts: readonly number[] = [],
): DetectionContext {
  return contextOf(
    edges.map(([payer, beneficiary, hour], edge) => ({
      payer,
      beneficiary,
      timeMs: hour * HOUR_MS,
      amount: String(amounts[edge] ?? 10),
      id: `${edge}`,
    })),
    { ties },
  );
}

/** Numbers of the edges, as the ledger has them. */
function edgesInLedgerOrder({ graph: { ledger } }: DetectionContext): number[] {
  return Array.from({ length: ledger.rowCount }, (_, row) => Number(ledger.id(row)));
}

/** Findings of one detector with transfers as edge numbers and subjects by name. */
function findingsIn(
  context: DetectionContext,
  detector: string,
  parameters: Record<string, number>,
): { finding: Finding; edges: number[]; subjects: string[]; payers: string[]; measured: Map<string, unknown> }[] {
  const [run] = runDetectors(context, { only: [detector], parameters: { [detector]: parameters } });
  const { ledger } = context.graph;
  const name = (account: number): string => ledger.accounts.key(account).account;
  return findingsOf(run!).map((finding) => ({
    finding,
    edges: finding.rows.map((row) => Number(ledger.id(row))).sort((a, b) => a - b),
    subjects: finding.subjects.map(name),
    payers: finding.payers.map(name),
    measured: new Map(finding.measured.map(({ name: key, value }) => [key, value])),
  }));
}

const accounts = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const smallGraph = fc.array(fc.tuple(accounts, accounts, fc.nat(12)), { minLength: 1, maxLength: 16 });
const tiesRule = fc.constantFrom<Ties>('strict', 'same-instant-allowed');
const texts = (lists: readonly (readonly unknown[])[]): string[] => lists.map((list) => JSON.stringify(list)).sort();

describe('fans', () => {
  const edges: OracleEdge[] = [
    ['a', 'h', 0],
    ['b', 'h', 5],
    ['c', 'h', 10],
    ['c', 'h', 10],
    ['h', 'h', 6],
    ['d', 'h', 11],
  ];

  it.each([
    [4, 2],
    [5, 2],
    [9, 3],
    [10, 3],
    [11, 4],
  ])('have their largest number of payers within %i hours', (windowHours, distinct) => {
    const found = findingsIn(contextOfEdges(edges), 'fan-in', { ...PLAIN_FAN, minPayers: 2, windowHours });
    expect(Math.max(...found.map(({ measured }) => measured.get('distinctCounterparties') as number))).toBe(distinct);
    const next = { ...PLAIN_FAN, minPayers: distinct + 1, windowHours };
    expect(findingsIn(contextOfEdges(edges), 'fan-in', next)).toEqual([]);
  });

  it('agree with comparing everything, both ways round', () => {
    fc.assert(
      fc.property(smallGraph, fc.integer({ min: 1, max: 4 }), fc.nat(12), (graph, least, windowHours) => {
        const context = contextOfEdges(graph);
        for (const [detector, side] of [['fan-in', 'in'] as const, ['fan-out', 'out'] as const]) {
          const parameter = side === 'in' ? 'minPayers' : 'minReceivers';
          const found = findingsIn(context, detector, { ...PLAIN_FAN, [parameter]: least, windowHours });
          const expected = ['a', 'b', 'c', 'd', 'e'].flatMap((centre) =>
            allFans(graph, centre, side, least, windowHours).map((fan) => [centre, fan.distinct, fan.edges]),
          );
          const actual = found.map(({ subjects, measured, edges: of }) => [
            subjects[0],
            measured.get('distinctCounterparties'),
            of,
          ]);
          expect(texts(actual)).toEqual(texts(expected));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('gather-scatter', () => {
  const edges: OracleEdge[] = [
    ['x1', 'h', 1],
    ['x2', 'h', 2],
    ['h', 'y1', 3],
    ['x3', 'h', 5],
    ['h', 'y2', 6],
    ['x4', 'h', 6],
    ['h', 'y3', 7],
  ];

  it('is split at the earliest best time', () => {
    const options = { ...ALL_TRANSFERS, minPayers: 2, minReceivers: 2, windowHours: 10, mode: 1 };
    expect(findingsIn(contextOfEdges(edges), 'gather-scatter', options).map((found) => found.edges)).toEqual([
      [0, 1, 2, 4, 6],
    ]);
  });

  it('may hold in a window without being split', () => {
    const options = { ...ALL_TRANSFERS, minPayers: 3, minReceivers: 3, windowHours: 10 };
    expect(findingsIn(contextOfEdges(edges), 'gather-scatter', { ...options, mode: 1 })).toEqual([]);
    const [found] = findingsIn(contextOfEdges(edges), 'gather-scatter', { ...options, mode: 0 });
    expect(found?.edges).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(found?.payers).toEqual(['x1', 'x2', 'x3', 'x4']);
  });

  it('agrees with comparing everything', () => {
    const least = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(smallGraph, least, least, fc.nat(12), fc.nat(1), (graph, payers, receivers, windowHours, mode) => {
        const options = { ...ALL_TRANSFERS, minPayers: payers, minReceivers: receivers, windowHours, mode };
        const found = findingsIn(contextOfEdges(graph), 'gather-scatter', options);
        const expected = ['a', 'b', 'c', 'd', 'e'].flatMap((centre) =>
          allGatherScatters(graph, centre, payers, receivers, windowHours, mode === 1).map((window) => [
            centre,
            window.payers,
            window.receivers,
            window.edges,
          ]),
        );
        const actual = found.map(({ subjects, measured, edges: of }) => [
          subjects[0],
          measured.get('distinctPayers'),
          measured.get('distinctReceivers'),
          of,
        ]);
        expect(texts(actual)).toEqual(texts(expected));
      }),
      { numRuns: 300 },
    );
  });
});

describe('scatter-gather', () => {
  const edges: OracleEdge[] = [
    ['S', 'a', 1],
    ['S', 'b', 2],
    ['S', 'c', 3],
    ['S', 'd', 9],
    ['a', 'T', 5],
    ['b', 'T', 2],
    ['c', 'T', 4],
    ['d', 'T', 8],
    ['b', 'T', 30],
    ['S', 'a', 6],
    ['a', 'T', 7],
    ['S', 'S', 4],
    ['c', 'T', 4],
  ];
  // The table is about windows alone, so nothing is asked of the money.
  const between = (parameters: Record<string, number>, ties: Ties = 'strict'): unknown => {
    const options = { minBetween: 2, minLegMatch: 0, minOwnShare: 0, dwellHours: Infinity, ...parameters };
    const found = findingsIn(contextOfEdges(edges, ties), 'scatter-gather', options);
    return found[0]?.measured.get('between') ?? 0;
  };

  it.each([
    [3, 2, 0, 0, 2],
    [4, 3, 2, 2, 3],
    [20, 4, 2, 2, 3],
    [30, 4, 3, 2, 3],
  ])('within %i hours: the published table', (windowHours, unordered, ordered, dwell10, tied) => {
    expect(between({ windowHours, unordered: 1 })).toBe(unordered);
    expect(between({ windowHours })).toBe(ordered);
    expect(between({ windowHours, dwellHours: 10 })).toBe(dwell10);
    expect(between({ windowHours }, 'same-instant-allowed')).toBe(tied);
  });

  it('may return to the payer only where that is asked for', () => {
    const there: OracleEdge[] = ['a', 'b'].flatMap((way): OracleEdge[] => [
      ['S', way, 1],
      [way, 'S', 2],
    ]);
    const find = (allowReturn: number): string[][] =>
      findingsIn(contextOfEdges(there), 'scatter-gather', { minBetween: 2, allowReturn }).map(
        (found) => found.subjects,
      );
    expect(find(0)).toEqual([]);
    expect(find(1)).toEqual([['S', 'a', 'b']]);
  });

  it('agrees with trying every start of the window, and with following each coin', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const amounts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 16, maxLength: 16 });
    const limits = fc.record({ span: fc.nat(10), dwell: fc.nat(6), tenths: fc.constantFrom(0, 5, 8, 10) });
    fc.assert(
      fc.property(smallGraph, amounts, limits, fc.boolean(), tiesRule, (graph, sums, limit, ordered, ties) => {
        const { span, dwell, tenths } = limit;
        const sameInstant = ties === 'same-instant-allowed';
        const context = contextOfEdges(graph, ties, sums);
        const found = findingsIn(context, 'scatter-gather', {
          minBetween: 2,
          minLegMatch: 0,
          minOwnShare: tenths / 10,
          windowHours: span,
          dwellHours: dwell,
          unordered: ordered ? 0 : 1,
        });
        // Coins leave in the order of the ledger, which decides between payments of one instant.
        const order = edgesInLedgerOrder(context);
        const payments = order.map((edge) => [...graph[edge]!, sums[edge]!] as const);
        const isOwn = (first: number, second: number): boolean => {
          const through = graph[first]![1];
          const coins = coinsOf(payments, through, sameInstant, dwell).get(order.indexOf(second)) ?? [];
          return 10 * coins.filter((payer) => payer === graph[first]![0]).length >= tenths * sums[second]!;
        };
        const isPassedOn = (first: number, second: number): boolean => !ordered || isOwn(first, second);
        const legs = { span, dwell, ordered, sameInstant, isPassedOn };
        const expected = names.flatMap((u) =>
          names.flatMap((w) => {
            const best = u === w ? { between: 0, edges: [] } : mostBetween(graph, u, w, legs);
            return best.between >= 2 ? [[u, best.between, best.edges]] : [];
          }),
        );
        const actual = found.map(({ payers, measured, edges: of }) => [payers[0], measured.get('between'), of]);
        expect(texts(actual)).toEqual(texts(expected));
      }),
      { numRuns: 300 },
    );
  });
});

describe('round trips', () => {
  it('are the sets of accounts of all cycles, each with its earliest cycle and their number', () => {
    fc.assert(
      fc.property(smallGraph, fc.nat(12), tiesRule, (graph, windowHours, ties) => {
        const found = findingsIn(contextOfEdges(graph, ties), 'round-trip', {
          ...PLAIN_ROUND_TRIP,
          minAccounts: 2,
          windowHours,
        });
        const sets = new Map<string, { cycles: number; first: number }>();
        for (const cycle of allTemporalCycles(graph, windowHours, ties)) {
          const key = JSON.stringify([...new Set(cycle.map((edge) => graph[edge]![0]))].sort());
          const known = sets.get(key) ?? { cycles: 0, first: Infinity };
          sets.set(key, { cycles: known.cycles + 1, first: Math.min(known.first, graph[cycle[0]!]![2]) });
        }
        const actual = found.map(({ subjects, measured, edges: of }) => [
          JSON.stringify(subjects),
          measured.get('cyclesOnTheseAccounts'),
          Math.min(...of.map((edge) => graph[edge]![2])),
        ]);
        expect(texts(actual)).toEqual(texts([...sets].map(([key, { cycles, first }]) => [key, cycles, first])));
      }),
      { numRuns: 300 },
    );
  });
});

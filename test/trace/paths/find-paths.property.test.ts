import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPaths, type PathOptions, type PathOrder, type TransferPath } from '../../../src/trace/index.js';
import { allPaths, bestFirst } from '../../support/oracles/paths.js';
import { type WalkQuestion } from '../../support/oracles/reach.js';
import { type WalkGraph, walkEdges, walkGraphOf, walkQuestions } from '../../support/walk-graphs.js';

const ORDERS: readonly PathOrder[] = ['earliest', 'fewest-hops', 'largest-bottleneck'];
const NAMES = ['A', 'B', 'C', 'D'];

function ask(
  walk: WalkGraph,
  from: readonly string[],
  to: readonly string[],
  question: WalkQuestion,
  options: PathOptions,
): readonly TransferPath[] {
  const nodes = (names: readonly string[]): number[] => names.flatMap((name) => walk.accountOf(name) ?? []);
  const { ties, maxWait, maxHops, minAmount, start, deadline } = question;
  const found = findPaths(
    walk.graph,
    { from: nodes(from), to: nodes(to) },
    { ties, maxWait, maxHops, minAmount: String(minAmount), startMs: start, deadlineMs: deadline, ...options },
  );
  expect(found.complete).toBe(true);
  return found.items;
}

const pairs = fc.tuple(
  fc.subarray(NAMES, { minLength: 1, maxLength: 2 }),
  fc.subarray(NAMES, { minLength: 1, maxLength: 2 }),
);

describe('the best paths', () => {
  it.each(ORDERS)('are those of all paths tried, in order: %s', (order) => {
    fc.assert(
      fc.property(walkEdges(12), pairs, walkQuestions(), fc.integer({ min: 1, max: 8 }), (edges, ends, question, k) => {
        const [from, to] = ends;
        const walk = walkGraphOf(edges);
        const expected = bestFirst(allPaths(edges, from, to, question), edges, order, walk.rowOf).slice(0, k);
        const found = ask(walk, from, to, question, { order, maxPaths: k });
        expect(found.map(({ rows }) => rows.map((row) => walk.edgeOf[row]))).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it('say where they begin and end, whom they pass and the least they carry', () => {
    fc.assert(
      fc.property(walkEdges(12), pairs, walkQuestions(), (edges, [from, to], question) => {
        const walk = walkGraphOf(edges);
        for (const path of ask(walk, from, to, question, {})) {
          const used = path.rows.map((row) => edges[walk.edgeOf[row]!]!);
          const passed = [used[0]![0], ...used.map(([, beneficiary]) => beneficiary)];
          expect(path.accounts.map(walk.nameOf)).toEqual(passed);
          expect(new Set(passed).size).toBe(passed.length);
          expect([path.departureMs, path.arrivalMs]).toEqual([used[0]![2], used[used.length - 1]![2]]);
          const least = BigInt(Math.min(...used.map(([, , , amount]) => amount)));
          expect(path.smallest).toEqual([{ minor: least, scale: 0, currency: 'EUR' }]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not depend on the order of the rows, on strangers, nor on when it all happened', () => {
    fc.assert(
      fc.property(walkEdges(12), pairs, walkQuestions(), fc.constantFrom(...ORDERS), (edges, ends, question, order) => {
        const [from, to] = ends;
        const content = (given: typeof edges, asked: WalkQuestion, shift: number): unknown => {
          const walk = walkGraphOf(given);
          return ask(walk, from, to, asked, { order }).map(({ rows }) =>
            rows.map((row) => {
              const [payer, beneficiary, time, amount] = given[walk.edgeOf[row]!]!;
              return [payer, beneficiary, time - shift, amount];
            }),
          );
        };
        const expected = content(edges, question, 0);
        expect(content([...edges].reverse(), question, 0)).toEqual(expected);
        expect(content([...edges, ['0', '1', 3, 1], ['1', 'z', 4, 1]], question, 0)).toEqual(expected);
        const later = edges.map(
          ([payer, beneficiary, time, amount]) => [payer, beneficiary, time + 50, amount] as const,
        );
        const asked = { ...question, start: question.start + 50, deadline: question.deadline + 50 };
        expect(content(later, asked, 50)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});

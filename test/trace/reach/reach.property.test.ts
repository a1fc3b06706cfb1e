import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachableFrom, reachingInto, type ReachForm, type ReachOptions } from '../../../src/trace/index.js';
import {
  mayBeUsed,
  mayFollow,
  reachableByLevels,
  reachingByLevels,
  type WalkAnswer,
  type WalkEdge,
  type WalkQuestion,
} from '../../support/oracles/reach.js';
import { type WalkGraph, walkEdges, walkGraphOf, walkQuestions } from '../../support/walk-graphs.js';

const FORMS: readonly ReachForm[] = ['scan', 'index', 'auto'];

type Way = 'forward' | 'backward';
const WAYS: readonly Way[] = ['forward', 'backward'];

function ask(walk: WalkGraph, way: Way, question: WalkQuestion, form: ReachForm): ReturnType<typeof reachableFrom> {
  const ends = {
    accounts: question.accounts.flatMap((name) => walk.accountOf(name) ?? []),
    rows: question.edges.flatMap((edge) => walk.rowOf[edge] ?? []),
  };
  const options: ReachOptions = {
    ties: question.ties,
    maxWait: question.maxWait,
    maxHops: question.maxHops,
    minAmount: String(question.minAmount),
    startMs: question.start,
    deadlineMs: question.deadline,
    form,
  };
  return way === 'forward' ? reachableFrom(walk.graph, ends, options) : reachingInto(walk.graph, ends, options);
}

/** Sources that no transfer names are not in a graph. */
function known(answer: WalkAnswer, walk: WalkGraph): [string, { time: number; hops: number }][] {
  return [...answer].filter(([name]) => walk.accountOf(name) !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The sequence of transfers is a walk that begins and ends as it must. */
function expectWalk(
  walk: WalkGraph,
  edges: readonly WalkEdge[],
  way: Way,
  question: WalkQuestion,
  rows: Int32Array,
): void {
  const numbers = [...rows].map((row) => walk.edgeOf[row]!);
  numbers.forEach((edge, i) => {
    expect(mayBeUsed(edges[edge]!, question)).toBe(true);
    if (i > 0) expect(mayFollow(edges, numbers[i - 1]!, edge, question)).toBe(true);
  });
  const root = way === 'forward' ? numbers[0]! : numbers[numbers.length - 1]!;
  const rootName = edges[root]![way === 'forward' ? 0 : 1];
  expect(question.accounts.includes(rootName) || question.edges.includes(root)).toBe(true);
  expect(rows.length).toBeLessThanOrEqual(question.maxHops);
}

describe('reach', () => {
  it.each(WAYS)('is what the definition says, in every form: %s', (way) => {
    fc.assert(
      fc.property(walkEdges(), walkQuestions(), (edges, question) => {
        const walk = walkGraphOf(edges);
        const oracle = way === 'forward' ? reachableByLevels : reachingByLevels;
        const expected = known(oracle(edges, question), walk);
        for (const form of FORMS) {
          const reach = ask(walk, way, question, form);
          const found = [...reach.accounts].map((account, i) => [
            walk.nameOf(account),
            { time: reach.timeMs[i]!, hops: reach.hops[i]! },
          ]);
          expect(found).toEqual(expected);
        }
      }),
      { numRuns: 2500 },
    );
  });

  it.each(WAYS)('shows a walk for each time and each number of hops, the same in every form: %s', (way) => {
    fc.assert(
      fc.property(walkEdges(), walkQuestions(), (edges, question) => {
        const walk = walkGraphOf(edges);
        const reaches = FORMS.map((form) => ask(walk, way, question, form));
        const reach = reaches[0]!;
        reach.accounts.forEach((account, i) => {
          const byTime = reach.witness(account)!;
          const byHops = reach.witness(account, 'hops')!;
          for (const other of reaches) {
            expect(other.witness(account)).toEqual(byTime);
            expect(other.witness(account, 'hops')).toEqual(byHops);
          }
          expect(byHops.length).toBe(reach.hops[i]);
          if (byTime.length === 0) return;
          expectWalk(walk, edges, way, question, byTime);
          expectWalk(walk, edges, way, question, byHops);
          const last = way === 'forward' ? byTime[byTime.length - 1]! : byTime[0]!;
          expect(walk.graph.ledger.columns.timeMs[last]).toBe(reach.timeMs[i]);
          const end = way === 'forward' ? walk.graph.beneficiary[last] : walk.graph.payer[last];
          expect(end).toBe(account);
        });
      }),
      { numRuns: 1000 },
    );
  });
});

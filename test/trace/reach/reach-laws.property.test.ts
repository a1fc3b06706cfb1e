import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachableFrom, type ReachOptions } from '../../../src/trace/index.js';
import { type WalkEdge } from '../../support/oracles/reach.js';
import { walkEdges, walkGraphOf, walkQuestions } from '../../support/walk-graphs.js';

/** Name, time less `shift`, and hops of each account reached from the first payer, by name. */
function reachOf(
  edges: readonly WalkEdge[],
  source: string,
  options: ReachOptions,
  shift = 0,
): [string, number, number][] {
  const { graph, accountOf, nameOf } = walkGraphOf(edges);
  const from = accountOf(source);
  const reach = reachableFrom(graph, { accounts: from === undefined ? [] : [from] }, options);
  const lines = [...reach.accounts].map((account, i): [string, number, number] => [
    nameOf(account),
    reach.timeMs[i]! - shift,
    reach.hops[i]!,
  ]);
  return lines.sort(([a], [b]) => (a < b ? -1 : 1));
}

const OPTIONS = walkQuestions().map(
  ({ ties, maxWait, maxHops, start, deadline }): ReachOptions & { startMs: number; deadlineMs: number } => ({
    ties,
    maxWait,
    maxHops,
    startMs: start,
    deadlineMs: deadline,
  }),
);
const RUNS = { numRuns: 300 };

describe('laws of reach', () => {
  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(walkEdges(), OPTIONS, (edges, options) => {
        expect(reachOf([...edges].reverse(), 'A', options)).toEqual(reachOf(edges, 'A', options));
      }),
      RUNS,
    );
  });

  it('what accounts are called does not matter', () => {
    const rename = (name: string): string => String.fromCharCode(90 - name.charCodeAt(0) + 65);
    fc.assert(
      fc.property(walkEdges(), OPTIONS, (edges, options) => {
        const renamed = edges.map(([a, b, time, amount]) => [rename(a), rename(b), time, amount] as const);
        const back = reachOf(renamed, rename('A'), options).map(([name, ...rest]) => [rename(name), ...rest]);
        expect(back.reverse()).toEqual(reachOf(edges, 'A', options));
      }),
      RUNS,
    );
  });

  it('when it all happened does not matter', () => {
    fc.assert(
      fc.property(walkEdges(), OPTIONS, (edges, options) => {
        const later = edges.map(([a, b, time, amount]) => [a, b, time + 100, amount] as const);
        const asked = { ...options, startMs: options.startMs + 100, deadlineMs: options.deadlineMs + 100 };
        expect(reachOf(later, 'A', asked, 100)).toEqual(reachOf(edges, 'A', options));
      }),
      RUNS,
    );
  });

  it('strangers do not matter', () => {
    fc.assert(
      fc.property(walkEdges(), OPTIONS, (edges, options) => {
        const more: WalkEdge[] = [...edges, ['0', 'Z', 2, 1], ['Z', '0', 3, 1]];
        expect(reachOf(more, 'A', options)).toEqual(reachOf(edges, 'A', options));
      }),
      RUNS,
    );
  });

  it('more patience reaches no fewer accounts, and none later', () => {
    fc.assert(
      fc.property(walkEdges(), OPTIONS, fc.nat(5), fc.nat(5), (edges, options, wait, more) => {
        const patient = new Map(
          reachOf(edges, 'A', { ...options, maxWait: wait + more }).map(([name, ...rest]) => [name, rest]),
        );
        for (const [name, time, hops] of reachOf(edges, 'A', { ...options, maxWait: wait })) {
          const [patientTime, patientHops] = patient.get(name)!;
          expect(patientTime).toBeLessThanOrEqual(time);
          expect(patientHops).toBeLessThanOrEqual(hops);
        }
      }),
      RUNS,
    );
  });

  it('causality: what happens later changes no earlier arrival', () => {
    fc.assert(
      fc.property(walkEdges(), OPTIONS, fc.nat(7), (edges, options, now) => {
        const past = edges.filter(([, , time]) => time <= now);
        const known = reachOf(past, 'A', options).map(([name, time]) => [name, time]);
        const all = reachOf(edges, 'A', options).filter(([, time, hops]) => hops === 0 || time <= now);
        const names = new Set(past.flatMap(([a, b]) => [a, b]));
        expect(all.filter(([name]) => names.has(name)).map(([name, time]) => [name, time])).toEqual(known);
      }),
      RUNS,
    );
  });
});

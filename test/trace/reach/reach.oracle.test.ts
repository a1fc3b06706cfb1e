import { describe, expect, it } from 'vitest';
import { findPaths, reachableFrom, reachingInto, type ReachOptions } from '../../../src/trace/index.js';
import { type WalkEdge } from '../../support/oracles/reach.js';
import { walkGraphOf } from '../../support/walk-graphs.js';

const EDGES: WalkEdge[] = [
  ['A', 'B', 1, 100],
  ['B', 'C', 4, 90],
  ['A', 'B', 6, 40],
  ['B', 'C', 8, 35],
  ['C', 'D', 9, 30],
  ['B', 'E', 2, 20],
  ['E', 'B', 4, 20],
  ['B', 'F', 6, 20],
  ['F', 'G', 6, 20],
  ['D', 'A', 9, 5],
  ['G', 'G', 7, 1],
];
const { graph, accountOf, nameOf } = walkGraphOf(EDGES);

/** Account and time as short texts, such as `A0 B1`. */
const times = (reach: { accounts: Int32Array; timeMs: Float64Array }): string =>
  [...reach.accounts].map((account, i) => `${nameOf(account)}${reach.timeMs[i]!}`).join(' ');

const from = (name: string, options: ReachOptions): string =>
  times(reachableFrom(graph, { accounts: [accountOf(name)!] }, { startMs: 0, ties: 'strict', ...options }));
const into = (name: string, options: ReachOptions): string =>
  times(reachingInto(graph, { accounts: [accountOf(name)!] }, { ties: 'strict', ...options }));

const ALLOWED = { ties: 'same-instant-allowed' } as const;

describe('earliest arrival in the example of the reference', () => {
  it.each<[ReachOptions, string]>([
    [{}, 'A0 B1 C4 D9 E2 F6'],
    [{ maxWait: 3 }, 'A0 B1 C4 D9 E2 F6'],
    [{ maxWait: 2 }, 'A0 B1 C8 D9 E2 F6'],
    [{ maxWait: 1 }, 'A0 B1 E2'],
    [{ minAmount: '30' }, 'A0 B1 C4 D9'],
    [{ minAmount: '30', maxWait: 2 }, 'A0 B1 C8 D9'],
    [{ startMs: 2 }, 'A2 B6 C8 D9'],
    [{ ...ALLOWED }, 'A0 B1 C4 D9 E2 F6 G6'],
    [{ ...ALLOWED, maxWait: 2 }, 'A0 B1 C4 D9 E2 F6 G6'],
    [{ ...ALLOWED, maxWait: 1 }, 'A0 B1 E2 F6 G6'],
    [{ ...ALLOWED, maxWait: 0 }, 'A0 B1 F6 G6'],
  ])('with %j', (options, expected) => {
    expect(from('A', { ...options, form: 'scan' })).toBe(expected);
    expect(from('A', { ...options, form: 'index' })).toBe(expected);
  });

  it('goes round to stay in motion: F needs the walk A B E B F', () => {
    const reach = reachableFrom(graph, { accounts: [accountOf('A')!] }, { ties: 'strict', maxWait: 3 });
    const rows = [...reach.witness(accountOf('F')!)!];
    expect(rows.map((row) => nameOf(graph.beneficiary[row]!)).join('')).toBe('BEBF');
  });
});

describe('latest departure in the example of the reference', () => {
  it.each<[string, ReachOptions, string]>([
    ['D', { deadlineMs: 9 }, 'A6 B8 C9 D9 E4'],
    ['D', { deadlineMs: 9, maxWait: 3 }, 'A6 B8 C9 D9'],
    ['D', { deadlineMs: 8 }, 'D8'],
    ['F', { deadlineMs: 9 }, 'A1 B6 E4 F9'],
  ])('into %s with %j', (name, options, expected) => {
    expect(into(name, { ...options, form: 'scan' })).toBe(expected);
    expect(into(name, { ...options, form: 'index' })).toBe(expected);
  });
});

describe('walks against paths in the example of the reference', () => {
  it.each([2, 3])('loses F where no account may be met twice and money moves on within %i', (maxWait) => {
    const targets = ['B', 'C', 'D', 'E', 'F', 'G'];
    const reached = targets.filter((target) => {
      const ends = { from: [accountOf('A')!], to: [accountOf(target)!] };
      return findPaths(graph, ends, { maxWait, ties: 'strict' }).items.length > 0;
    });
    expect(reached).toEqual(['B', 'C', 'D', 'E']);
  });
});

import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type PathQuestion } from './path-question.js';

/** What may be part of a path, and what may follow what. */
export type RouteRules = Pick<PathQuestion, 'admitted' | 'sameInstant' | 'maxWait' | 'startMs' | 'deadlineMs'>;

/** How many paths pass some accounts in their order, and which transfers they use, leg by leg. */
export interface RouteWays {
  readonly ways: bigint;
  /** Ascending. */
  readonly legs: readonly (readonly Row[])[];
}

/**
 * Counts the paths along accounts, without listing them: the ways to a transfer are those to all transfers of the leg before
 * that it may follow, which lie in one stretch of time. Of each leg those transfers are kept that some path uses. O(transfers
 * of the paying accounts).
 */
export function routeWays(graph: TemporalGraph, rules: RouteRules, accounts: readonly Account[]): RouteWays {
  const legs = accounts.slice(1).map((to, leg) => transfersBetween(graph, rules, accounts[leg]!, to));
  return waysAlong(graph, rules, legs);
}

/** The same for legs that are known: of each its transfers, ascending. */
export function waysAlong(graph: TemporalGraph, rules: RouteRules, legs: readonly (readonly Row[])[]): RouteWays {
  const stretches = legs.map((rows, leg) => (leg === 0 ? [] : stretchesBefore(graph, rules, legs[leg - 1]!, rows)));
  const ways = [legs[0]!.map(() => 1n)];
  for (let leg = 1; leg < legs.length; leg++) {
    const upTo = runningSums(ways[leg - 1]!);
    ways.push(stretches[leg]!.map(({ first, end }) => upTo[end]! - upTo[first]!));
  }
  const used = ways.map((counts) => counts.map((count) => count > 0n));
  for (let leg = legs.length - 1; leg > 0; leg--) {
    const goesOn = followedIn(
      legs[leg - 1]!.length,
      stretches[leg]!.filter((_, i) => used[leg]![i]),
    );
    used[leg - 1] = used[leg - 1]!.map((isReached, i) => isReached && goesOn[i]!);
  }
  return {
    ways: ways.at(-1)!.reduce((sum, count) => sum + count, 0n),
    legs: legs.map((rows, leg) => rows.filter((_, i) => used[leg]![i])),
  };
}

/** Positions `first` .. `end - 1` of a leg. Both ascend from transfer to transfer of the leg after it. */
interface Stretch {
  readonly first: number;
  readonly end: number;
}

function transfersBetween(
  { out, beneficiary, ledger }: TemporalGraph,
  { admitted, startMs, deadlineMs }: RouteRules,
  from: Account,
  to: Account,
): Row[] {
  const { timeMs } = ledger.columns;
  return [...rowsOf(out, from)].filter((row) => {
    const inTime = timeMs[row]! >= startMs && timeMs[row]! <= deadlineMs;
    return beneficiary[row] === to && inTime && (admitted === undefined || admitted[row] === 1);
  });
}

/** For each transfer of a leg, those of the leg before that it may follow. */
function stretchesBefore(
  { ledger }: TemporalGraph,
  { sameInstant, maxWait }: RouteRules,
  before: readonly Row[],
  rows: readonly Row[],
): Stretch[] {
  const { timeMs } = ledger.columns;
  let first = 0;
  let end = 0;
  return rows.map((row) => {
    const now = timeMs[row]!;
    const isPast = (other: Row): boolean => timeMs[other]! < now || (sameInstant && timeMs[other] === now);
    while (end < before.length && isPast(before[end]!)) end++;
    while (first < end && timeMs[before[first]!]! + maxWait < now) first++;
    return { first, end };
  });
}

/** Sums of all before each position, one more than there are numbers. */
function runningSums(counts: readonly bigint[]): bigint[] {
  const sums = [0n];
  for (const count of counts) sums.push(sums[sums.length - 1]! + count);
  return sums;
}

/** Which of this many positions lie in a stretch; stretches ascend. */
function followedIn(length: number, stretches: readonly Stretch[]): boolean[] {
  const followed = new Array<boolean>(length).fill(false);
  let done = 0;
  for (const { first, end } of stretches) {
    followed.fill(true, Math.max(first, done), end);
    done = Math.max(done, end);
  }
  return followed;
}

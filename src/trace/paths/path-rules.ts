import { type TemporalGraph } from '../../graph/index.js';
import { completionBounds, type CompletionRules, HOPS } from './completion-bounds.js';
import { type PathQuestion } from './path-question.js';

/** What may be part of a path, and where one begins. */
export interface PathRules extends CompletionRules {
  /** 1 = a path begins here, per account. */
  readonly isSource: Uint8Array;
}

/** The least hops of walks from a source to each row, and from each row to a target, that row included; Infinity = none. */
export interface WalkHops {
  readonly behind: Float64Array;
  readonly ahead: Float64Array;
}

/** The rules of a question for each row by itself: time, filter, and no way into a source or on from a target. O(transfers). */
export function pathRules(graph: TemporalGraph, question: PathQuestion): PathRules {
  const { payer, beneficiary, ledger } = graph;
  const { admitted, startMs, deadlineMs, sameInstant, maxWait } = question;
  const { timeMs } = ledger.columns;
  const isSource = new Uint8Array(graph.accountCount);
  const isTarget = new Uint8Array(graph.accountCount);
  for (const account of question.from) isSource[account] = 1;
  for (const account of question.to) isTarget[account] = 1;
  const usable = new Uint8Array(graph.transferCount);
  for (let row = 0; row < usable.length; row++) {
    const inTime = timeMs[row]! >= startMs && timeMs[row]! <= deadlineMs;
    const [from, to] = [payer[row]!, beneficiary[row]!];
    const begins = isTarget[from] === 0 || isSource[from] === 1;
    const between = from !== to && begins && (isSource[to] === 0 || isTarget[to] === 1);
    if (inTime && between && (admitted === undefined || admitted[row] === 1)) usable[row] = 1;
  }
  return { usable, isSource, isTarget, sameInstant, maxWait };
}

/** O(transfers), and log of the rows of an instant with ties allowed. */
export function walkHops(graph: TemporalGraph, rules: PathRules): WalkHops {
  return {
    behind: completionBounds(graph, { ...rules, isTarget: rules.isSource }, HOPS, 'backward'),
    ahead: completionBounds(graph, rules, HOPS),
  };
}

/** Whether a row is on a walk from a source to a target of at most this many hops: where it is not, no path passes it. */
export function isOnWalk({ behind, ahead }: WalkHops, row: number, maxHops: number): boolean {
  const hops = behind[row]! + ahead[row]! - 1;
  return hops < Infinity && hops <= maxHops;
}

import { type PathOrder } from '../../../src/trace/index.js';
import { mayBeUsed, mayFollow, type WalkEdge, type WalkQuestion } from './reach.js';

/** All paths between two sets of accounts, as lists of transfer numbers, by trying every continuation. Exponential. */
export function allPaths(
  edges: readonly WalkEdge[],
  from: readonly string[],
  to: readonly string[],
  question: WalkQuestion,
): number[][] {
  const found: number[][] = [];
  const extend = (path: readonly number[], passed: readonly string[]): void => {
    edges.forEach((edge, number) => {
      const [payer, beneficiary] = edge;
      const before = path[path.length - 1];
      const follows = before === undefined ? from.includes(payer) : mayFollow(edges, before, number, question);
      const isKnown = payer === beneficiary || passed.includes(beneficiary);
      if (!follows || isKnown || !mayBeUsed(edge, question) || path.length >= question.maxHops) return;
      const longer = [...path, number];
      if (to.includes(beneficiary)) found.push(longer);
      else if (!from.includes(beneficiary)) {
        extend(longer, before === undefined ? [payer, beneficiary] : [...passed, beneficiary]);
      }
    });
  };
  extend([], []);
  return found.filter((path) => edges[path[0]!]![0] !== edges[path[path.length - 1]!]![1]);
}

/** Sorts paths best first by the definition; `rowOf` gives the ledger's order, which comes last. */
export function bestFirst(
  paths: readonly (readonly number[])[],
  edges: readonly WalkEdge[],
  order: PathOrder,
  rowOf: readonly number[],
): number[][] {
  const keyOf = (path: readonly number[]): number[] => {
    const times = path.map((edge) => edges[edge]![2]);
    const amounts = path.map((edge) => edges[edge]![3]);
    const arrival = times[times.length - 1]!;
    const reach = order === 'fewest-hops' ? [path.length, arrival] : [arrival, path.length];
    const bottleneck = order === 'largest-bottleneck' ? [-Math.min(...amounts)] : [];
    const content = [...times, ...amounts.map((amount) => -amount), ...path.map((edge) => rowOf[edge]!)];
    return [...bottleneck, ...reach, -times[0]!, ...content];
  };
  const compare = (left: readonly number[], right: readonly number[]): number => {
    const at = left.findIndex((value, i) => value !== right[i]);
    return at < 0 ? 0 : left[at]! - right[at]!;
  };
  return paths.map((path) => [...path]).sort((a, b) => compare(keyOf(a), keyOf(b)));
}

import { type Ties } from '../../../src/foundation/index.js';

/** A transfer of an oracle's input: payer, beneficiary, time, amount. Its number is its position. */
export type WalkEdge = readonly [payer: string, beneficiary: string, time: number, amount: number];

/** What walks an oracle looks at; `accounts` and `edges` are where they begin (end, if backward). */
export interface WalkQuestion {
  readonly accounts: readonly string[];
  readonly edges: readonly number[];
  readonly ties: Ties;
  readonly maxWait: number;
  readonly maxHops: number;
  readonly minAmount: number;
  readonly start: number;
  readonly deadline: number;
}

/** Time and least hops per account. */
export type WalkAnswer = Map<string, { time: number; hops: number }>;

/** Whether a transfer may come right after another in a walk. */
export function mayFollow(edges: readonly WalkEdge[], first: number, second: number, question: WalkQuestion): boolean {
  const [, at, earlier] = edges[first]!;
  const [from, , later] = edges[second]!;
  const ordered = question.ties === 'strict' ? earlier < later : earlier <= later && first !== second;
  return at === from && ordered && later - earlier <= question.maxWait;
}

/** Whether a transfer may be part of a walk at all. */
export function mayBeUsed([payer, beneficiary, time, amount]: WalkEdge, question: WalkQuestion): boolean {
  const inTime = time >= question.start && time <= question.deadline;
  return payer !== beneficiary && inTime && amount >= question.minAmount;
}

/**
 * Reach by the definition: the transfers that are last in a walk of 1, 2, 3 ... transfers. Any account can be reached
 * with no more transfers than there are. For small inputs.
 */
export function reachableByLevels(edges: readonly WalkEdge[], question: WalkQuestion): WalkAnswer {
  const usable = edges.map((_, edge) => edge).filter((edge) => mayBeUsed(edges[edge]!, question));
  const answer: WalkAnswer = new Map(question.accounts.map((name) => [name, { time: question.start, hops: 0 }]));
  let level = usable.filter((edge) => question.accounts.includes(edges[edge]![0]) || question.edges.includes(edge));
  for (let hops = 1; hops <= Math.min(question.maxHops, edges.length); hops++) {
    for (const edge of level) {
      const [, name, time] = edges[edge]!;
      const known = answer.get(name);
      if (known === undefined) answer.set(name, { time, hops });
      else if (known.hops > 0) known.time = Math.min(known.time, time);
    }
    level = usable.filter((next) => level.some((edge) => mayFollow(edges, edge, next, question)));
  }
  return answer;
}

/** The same backward: transfers that are first in a walk that ends as asked. */
export function reachingByLevels(edges: readonly WalkEdge[], question: WalkQuestion): WalkAnswer {
  const usable = edges.map((_, edge) => edge).filter((edge) => mayBeUsed(edges[edge]!, question));
  const answer: WalkAnswer = new Map(question.accounts.map((name) => [name, { time: question.deadline, hops: 0 }]));
  let level = usable.filter((edge) => question.accounts.includes(edges[edge]![1]) || question.edges.includes(edge));
  for (let hops = 1; hops <= Math.min(question.maxHops, edges.length); hops++) {
    for (const edge of level) {
      const [name, , time] = edges[edge]!;
      const known = answer.get(name);
      if (known === undefined) answer.set(name, { time, hops });
      else if (known.hops > 0) known.time = Math.max(known.time, time);
    }
    level = usable.filter((previous) => level.some((edge) => mayFollow(edges, previous, edge, question)));
  }
  return answer;
}

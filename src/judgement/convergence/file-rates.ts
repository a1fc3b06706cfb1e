import { type AccountFacts, type FlowFeatures } from '../../features/index.js';
import { lowerBound } from '../../structures/index.js';
import { SLACK } from './at-least.js';
import { type Conduits } from './conduits.js';
import { type FileRate } from './convergence.js';
import { type Reached } from './reach.js';

/** How common in the whole file each thing is that a part measures. */
export interface FileRates {
  /** Relations that are exceptional for their payer. */
  readonly exceptional: FileRate;
  /** Gatherers that pass on at least this share. */
  readonly passing: (share: number) => FileRate;
  /** Accounts that at least this many gatherers reach. */
  readonly reachedBy: (gatherers: number) => FileRate;
  /** Accounts that pay at least this many livings, and at least one. */
  readonly paying: (livings: number) => FileRate;
  /** 1 for each relation that is a living of its receiver. */
  readonly living: Uint8Array;
}

/** Counts once what parts ask about. O(accounts log accounts + relations) once, and O(log accounts) a question. */
export function measureFileRates(
  { relations, exceptional, marked }: FlowFeatures,
  { active, gatherers }: Conduits,
  { facts, reaches }: { facts: AccountFacts; reaches: ReadonlyMap<number, readonly Reached[]> },
): FileRates {
  let exceptionalCount = 0;
  for (let relation = 0; relation < relations.count; relation++) exceptionalCount += exceptional.exceptional[relation]!;
  const reached = new Map<number, number>();
  for (const list of reaches.values()) for (const { to } of list) reached.set(to, (reached.get(to) ?? 0) + 1);
  const passed = gatherers.map((account) => marked.markedOut[account]! / marked.markedIn[account]!);
  return {
    exceptional: { count: exceptionalCount, of: relations.count },
    passing: countAtLeast(passed, gatherers.length),
    reachedBy: countAtLeast([...reached.values()], active),
    paying: countAtLeast(
      facts.livingsPaid.filter((count) => count > 0),
      active,
    ),
    living: facts.living,
  };
}

function countAtLeast(numbers: ArrayLike<number>, of: number): (least: number) => FileRate {
  const sorted = Float64Array.from(numbers).sort();
  return (least) => ({ count: sorted.length - lowerBound(sorted, least - SLACK), of });
}

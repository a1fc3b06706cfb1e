import { type Conduits } from './conduits.js';

/** Money of one gatherer that reaches one account. */
export interface Reached {
  readonly to: number;
  /** Part of what the gatherer passes on that arrives there, 0..1. */
  readonly part: number;
  /** Conduits that carried it, ascending. */
  readonly between: readonly number[];
}

/**
 * Follows a gatherer's onward payments up to `steps` payments, through conduits that are not gatherers, without visiting an
 * account twice; parts multiply along a way and add over ways. At most (1 / noticeable) ** steps ways: 1,000 by default.
 *
 * @param isClosedTo conduits that may not carry, because they were dropped
 */
export function reachOf(
  gatherer: number,
  conduits: Conduits,
  { steps, isClosedTo }: { readonly steps: number; readonly isClosedTo: (account: number) => boolean },
): Reached[] {
  const found = new Map<number, { part: number; between: Set<number> }>();
  const way: number[] = [gatherer];
  const extend = (from: number, part: number): void => {
    for (const next of conduits.onward(from)) {
      if (way.includes(next.to)) continue;
      const arrived = part * next.part;
      const entry = found.get(next.to) ?? { part: 0, between: new Set<number>() };
      entry.part += arrived;
      for (let i = 1; i < way.length; i++) entry.between.add(way[i]!);
      found.set(next.to, entry);
      const carries = conduits.conduit[next.to] === 1 && !conduits.isGatherer(next.to) && !isClosedTo(next.to);
      if (!carries || way.length >= steps) continue;
      way.push(next.to);
      extend(next.to, arrived);
      way.pop();
    }
  };
  extend(gatherer, 1);
  return [...found].map(([to, { part, between }]) => ({ to, part, between: [...between].sort((a, b) => a - b) }));
}

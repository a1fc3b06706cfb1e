import { type Conduits } from './conduits.js';

/** Money of one account that reaches another one. */
export interface Reached {
  readonly to: number;
  /** Part of the marked money it passes on that arrives there, 0..1. */
  readonly part: number;
  /** Conduits that carried it, ascending. */
  readonly between: readonly number[];
}

/**
 * Follows a conduit's onward payments up to `steps` payments, through accounts that carry, without visiting an account twice;
 * parts multiply along a way and add over ways. At most (1 / noticeable) ** steps ways: 1,000 by default.
 *
 * @param carries which conduits hand on what reaches them; nobody else does
 */
export function reachOf(
  from: number,
  conduits: Conduits,
  { steps, carries }: { readonly steps: number; readonly carries: (conduit: number) => boolean },
): Reached[] {
  const found = new Map<number, { part: number; between: Set<number> }>();
  const way: number[] = [from];
  const extend = (last: number, part: number): void => {
    for (const next of conduits.onward(last)) {
      if (way.includes(next.to)) continue;
      const arrived = part * next.part;
      const entry = found.get(next.to) ?? { part: 0, between: new Set<number>() };
      entry.part += arrived;
      for (let i = 1; i < way.length; i++) entry.between.add(way[i]!);
      found.set(next.to, entry);
      if (conduits.conduit[next.to] !== 1 || !carries(next.to) || way.length >= steps) continue;
      way.push(next.to);
      extend(next.to, arrived);
      way.pop();
    }
  };
  extend(from, 1);
  return [...found].map(([to, { part, between }]) => ({ to, part, between: [...between].sort((a, b) => a - b) }));
}

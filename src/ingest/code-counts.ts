import { compareText } from '../foundation/index.js';

/** Adds counts by code to others. */
export function addCounts(counts: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [code, count] of more) counts.set(code, (counts.get(code) ?? 0) + count);
}

/** The same counts in the order of their codes. */
export function inCodeOrder(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  return new Map([...counts.entries()].sort((a, b) => compareText(a[0], b[0])));
}

/** What tells entries of a list apart: the same text in both lists means the same entry; undefined: cannot be told. */
export type EntryKey = (entry: unknown) => string | undefined;

/** Entries that belong together, by position; undefined where one list has none. */
export interface AlignedEntry {
  readonly was: number | undefined;
  readonly now: number | undefined;
}

/**
 * Pairs the entries of two lists: those that are equal, best at the same position, then those of the same key, key after key, and at last what is left at the
 * same position and alike. Every entry of both lists is in the answer once: those of `was` in order, then those only in `now`.
 * Cost: linear in the text of both lists for each key.
 */
export function alignLists(
  was: readonly unknown[],
  now: readonly unknown[],
  keys: readonly EntryKey[],
): AlignedEntry[] {
  const partner = new Map<number, number>();
  const free = new Set(now.keys());
  for (const [i, entry] of was.entries()) {
    if (!free.has(i) || JSON.stringify(entry) !== JSON.stringify(now[i])) continue;
    partner.set(i, i);
    free.delete(i);
  }
  for (const keyOf of [JSON.stringify as EntryKey, ...keys]) {
    if (free.size === 0) break;
    const waiting = new Map<string, number[]>();
    for (const j of free) {
      const key = keyOf(now[j]);
      if (key === undefined) continue;
      const queue = waiting.get(key);
      if (queue === undefined) waiting.set(key, [j]);
      else queue.push(j);
    }
    for (const queue of waiting.values()) queue.reverse();
    for (const [i, entry] of was.entries()) {
      const key = partner.has(i) ? undefined : keyOf(entry);
      const j = key === undefined ? undefined : waiting.get(key)?.pop();
      if (j === undefined) continue;
      partner.set(i, j);
      free.delete(j);
    }
  }
  for (const i of was.keys()) {
    if (partner.has(i) || !free.has(i) || !alike(was[i], now[i])) continue;
    partner.set(i, i);
    free.delete(i);
  }
  return [
    ...was.map((_, i) => ({ was: i, now: partner.get(i) })),
    ...[...free].map((j) => ({ was: undefined, now: j })),
  ];
}

/** Whether one may have become the other: plain values always, objects if at least half of their fields are equal. */
function alike(was: unknown, now: unknown): boolean {
  if (!isFields(was) || !isFields(now)) return isFields(was) === isFields(now);
  const names = new Set([...Object.keys(was), ...Object.keys(now)]);
  if (names.size <= 2) return true;
  const equal = [...names].filter((name) => JSON.stringify(was[name]) === JSON.stringify(now[name]));
  return 2 * equal.length >= names.size;
}

/** Whether a value of JSON has named fields. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

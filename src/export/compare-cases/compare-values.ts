import { alignLists, type EntryKey, isFields } from './align-lists.js';

/** A way into a value of JSON: names of fields and positions in lists. */
export type ValuePath = readonly (string | number)[];

/** One place where two values differ. */
export interface ValueDifference {
  /** `order`: the same entries, in another order. `gone` and `new`: a field or an entry that only one of them has. */
  readonly kind: 'changed' | 'gone' | 'new' | 'order';
  /** Where it stands in the first; of what is new, where the first would have it, with its position in the second. */
  readonly path: ValuePath;
  /** Where it stands in the second. */
  readonly pathNow: ValuePath;
  readonly was: unknown;
  readonly now: unknown;
}

/** Keys for the entries of the list at a path, the surest first. Default: none, entries are paired by what they hold. */
export type ListKeys = (path: ValuePath) => readonly EntryKey[];

/**
 * Compares two values of JSON field by field, to the last leaf. Entries of lists are paired by {@link alignLists}, so that one
 * entry more does not make all behind it differ. The order of fields means nothing, that of entries does.
 *
 * @returns every difference, in the order of the first value; empty if both are the same
 */
export function compareValues(was: unknown, now: unknown, keys: ListKeys = () => []): ValueDifference[] {
  const found: ValueDifference[] = [];
  compareAt({ was, now, path: [], pathNow: [] }, keys, found);
  return found;
}

type Pair = Omit<ValueDifference, 'kind'>;

function compareAt(pair: Pair, keys: ListKeys, found: ValueDifference[]): void {
  const { was, now } = pair;
  if (was === now) return;
  if (was === undefined) found.push({ kind: 'new', ...pair });
  else if (now === undefined) found.push({ kind: 'gone', ...pair });
  else if (Array.isArray(was) && Array.isArray(now)) compareLists(pair, was, now, keys, found);
  else if (isFields(was) && isFields(now)) {
    for (const name of new Set([...Object.keys(was), ...Object.keys(now)])) {
      const of = (value: Readonly<Record<string, unknown>>): unknown =>
        Object.hasOwn(value, name) ? value[name] : undefined;
      compareAt(step({ ...pair, was: of(was), now: of(now) }, name, name), keys, found);
    }
  } else found.push({ kind: 'changed', ...pair });
}

function compareLists(
  pair: Pair,
  was: readonly unknown[],
  now: readonly unknown[],
  keys: ListKeys,
  found: ValueDifference[],
): void {
  let last = -1;
  let inOrder = true;
  for (const { was: i, now: j } of alignLists(was, now, keys(pair.path))) {
    const entry = { ...pair, was: i === undefined ? undefined : was[i], now: j === undefined ? undefined : now[j] };
    compareAt(step(entry, (i ?? j)!, (j ?? i)!), keys, found);
    if (i === undefined || j === undefined) continue;
    if (j < last) inOrder = false;
    last = j;
  }
  if (!inOrder) found.push({ kind: 'order', ...pair });
}

function step(pair: Pair, name: string | number, nameNow: string | number): Pair {
  return { ...pair, path: [...pair.path, name], pathNow: [...pair.pathNow, nameNow] };
}

/** What stands at a path; undefined where there is nothing. */
export function valueAt(value: unknown, path: ValuePath): unknown {
  let at = value;
  for (const name of path) {
    if (Array.isArray(at) && typeof name === 'number') at = at[name] as unknown;
    else if (isFields(at) && typeof name === 'string' && Object.hasOwn(at, name)) at = at[name];
    else return undefined;
  }
  return at;
}

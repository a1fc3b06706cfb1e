import { textsHolding } from '../foundation/index.js';
import { type AccountTable } from '../ledger/index.js';

/** Shorter accounts need not be decoded: {@link textsHolding} looks for none. */
const LEAST_LETTERS = 5;
/** More names than this are not searched, and all made quiet. */
const MOST_NAMES = 2000;

/**
 * The names by which sources are cited: as they are, but `file-0001` (its place, and its ending) for one that holds an account or a
 * holder of the data, since files are often called by whose statement they are, and that may be somebody who merely paid.
 * Case, width and whatever stands between letters and digits do not matter; texts under five letters and digits are not looked
 * for. O(length of the names squared + accounts).
 *
 * @param isOwnName whether the mapping takes the account of a statement from the name of its file: then it holds one
 */
export function quietNames(names: readonly string[], accounts: AccountTable, isOwnName: boolean): readonly string[] {
  const telling =
    isOwnName || names.length > MOST_NAMES ? new Set(names.keys()) : textsHolding(names, accounts.texts(LEAST_LETTERS));
  if (telling.size === 0) return names;
  const kept = new Set(names.filter((_, i) => !telling.has(i)));
  return names.map((name, i) => {
    if (!telling.has(i)) return name;
    let quiet = `file-${String(i + 1).padStart(4, '0')}${endingOf(name)}`;
    while (kept.has(quiet)) quiet = `_${quiet}`;
    return quiet;
  });
}

/** `.csv.gz` of `a.b.csv.gz`; nothing that could tell more than the kind of file. */
function endingOf(name: string): string {
  return (
    /(?:\.(?:csv|tsv|txt|dat|asc|sta|mt940|xml|xlsx|json|ndjson|jsonl|parquet|gz|zst)){1,2}(?=$|#)/iu.exec(name)?.[0] ??
    ''
  );
}

/**
 * The names by which sources are cited: as they are, but `file-0001` (its place, and its ending) for one that tells somebody, since files
 * are often called by whose statement they are, and that may be somebody who merely paid. The same array if none does.
 */
export function quietNames(names: readonly string[], tells: (name: string) => boolean): readonly string[] {
  const kept = new Set(names.filter((name) => !tells(name)));
  if (kept.size === names.length) return names;
  return names.map((name, i) => {
    if (kept.has(name)) return name;
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

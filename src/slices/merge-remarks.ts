/** A remark that counts what was left open: of parts the sum. */
const COUNT = /^(\d+) (.*)$/su;

/** What the whole would have remarked, from what its parts did: each remark once, counts added up; in order of first sight. */
export function mergeRemarks(remarks: readonly string[]): string[] {
  const merged = new Map<string, number | undefined>();
  for (const remark of remarks) {
    const [, count, counted] = COUNT.exec(remark) ?? [];
    if (count === undefined || counted === undefined) merged.set(remark, undefined);
    else merged.set(counted, (merged.get(counted) ?? 0) + Number(count));
  }
  return [...merged].map(([text, count]) => (count === undefined ? text : `${count} ${text}`));
}

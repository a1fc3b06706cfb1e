/** A calendar month, UTC, as months since the year 0. */
export function monthOf(timeMs: number): number {
  const date = new Date(timeMs);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** `2024-03`. */
export function monthText(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** Months without an entry between the first and the last month that has one, ascending. Empty for no month. */
export function monthsWithout(months: ReadonlySet<number>): number[] {
  if (months.size === 0) return [];
  const sorted = [...months].sort((a, b) => a - b);
  const missing: number[] = [];
  for (let month = sorted[0]!; month < sorted.at(-1)!; month++) if (!months.has(month)) missing.push(month);
  return missing;
}

/** Months in words, runs shortened: "2024-02 and 2024-05 to 2024-07". Wants them ascending. */
export function monthRuns(months: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    if (last?.[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  return runs.map(([a, b]) => (a === b ? monthText(a) : `${monthText(a)} to ${monthText(b)}`));
}

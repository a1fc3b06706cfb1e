/** A credit or a debit of the naive oracle. */
export interface UnitEvent {
  readonly timeMs: number;
  readonly units: number;
}

/** Number of units that went from credit i to debit j, as `i>j` -> units. */
export type UnitMatch = ReadonlyMap<string, number>;

/**
 * First in, first out, one minor unit at a time: each unit of each debit looks through all units ever received for the
 * first that is unused and early enough. Obviously right, hopelessly slow.
 */
export function matchUnits(
  credits: readonly UnitEvent[],
  debits: readonly UnitEvent[],
  sameInstant: boolean,
  maxAgeMs = Infinity,
): UnitMatch {
  const stock = credits.flatMap((credit, index) =>
    Array.from({ length: credit.units }, () => ({ index, timeMs: credit.timeMs, used: false })),
  );
  const match = new Map<string, number>();
  debits.forEach((debit, j) => {
    for (let unit = 0; unit < debit.units; unit++) {
      const found = stock.find((one) => {
        const early = sameInstant ? one.timeMs <= debit.timeMs : one.timeMs < debit.timeMs;
        return !one.used && early && debit.timeMs - one.timeMs <= maxAgeMs;
      });
      if (found === undefined) continue;
      found.used = true;
      match.set(`${found.index}>${j}`, (match.get(`${found.index}>${j}`) ?? 0) + 1);
    }
  });
  return match;
}

/** A credit or a debit of the naive oracle. */
export interface UnitEvent {
  readonly timeMs: number;
  readonly units: number;
}

/** Stands for the opening balance where a credit's position is expected. */
const OPENING = -1;

/** Number of units that went from credit i to debit j, as `i>j` -> units. */
export type UnitMatch = ReadonlyMap<string, number>;

/**
 * First in, first out, one minor unit at a time: each unit of each debit looks through the opening balance and all units
 * ever received for the first that is unused and early enough. Obviously right, hopelessly slow.
 */
export function matchUnits(
  credits: readonly UnitEvent[],
  debits: readonly UnitEvent[],
  sameInstant: boolean,
  { maxAgeMs = Infinity, openingUnits = 0 }: { maxAgeMs?: number; openingUnits?: number } = {},
): UnitMatch {
  const opening = Array.from({ length: openingUnits }, () => ({ index: OPENING, timeMs: -Infinity, used: false }));
  const received = credits.flatMap((credit, index) =>
    Array.from({ length: credit.units }, () => ({ index, timeMs: credit.timeMs, used: false })),
  );
  const stock = [...opening, ...received];
  const match = new Map<string, number>();
  debits.forEach((debit, j) => {
    for (let unit = 0; unit < debit.units; unit++) {
      const found = stock.find((one) => {
        const early = sameInstant ? one.timeMs <= debit.timeMs : one.timeMs < debit.timeMs;
        return !one.used && early && (one.index === OPENING || debit.timeMs - one.timeMs <= maxAgeMs);
      });
      if (found === undefined) continue;
      found.used = true;
      if (found.index === OPENING) continue;
      match.set(`${found.index}>${j}`, (match.get(`${found.index}>${j}`) ?? 0) + 1);
    }
  });
  return match;
}

/** The least opening balance by trying one unit after the other, until every debit can be paid in full. */
export function leastOpeningUnits(
  credits: readonly UnitEvent[],
  debits: readonly UnitEvent[],
  sameInstant: boolean,
): number {
  const canPay = (openingUnits: number): boolean =>
    debits.every(({ timeMs }, j) => {
      const paid = debits.slice(0, j + 1).reduce((sum, { units }) => sum + units, 0);
      const early = credits.filter((credit) => (sameInstant ? credit.timeMs <= timeMs : credit.timeMs < timeMs));
      return openingUnits + early.reduce((sum, { units }) => sum + units, 0) >= paid;
    });
  let units = 0;
  while (!canPay(units)) units++;
  return units;
}

type Amounts = readonly { readonly rule: string; readonly amount: string }[];

/** Whether several rules say the same to the last digit. */
export function areEqual(amounts: Amounts): boolean {
  return amounts.length > 1 && amounts.every(({ amount }) => amount === amounts[0]!.amount);
}

/** A mark of a row: where it stands between 0 and 1 of the axis, and on which level above or below the line. */
export interface PlacedMark {
  readonly rule: string;
  /** Pixels from the left end of the axis. */
  readonly x: number;
  /** 0 is on the line, then one up, one down, two up ... */
  readonly level: number;
}

/** Marks nearer than this would hide each other. */
const APART = 11;

/**
 * Places the marks of a row so that none hides another: from the left, each on the first level with room. Rules that agree to
 * the last digit share one mark called `all`. Same row, same places.
 */
export function placeMarks(amounts: Amounts, toX: (amount: number) => number): PlacedMark[] {
  if (areEqual(amounts)) return [{ rule: 'all', x: toX(Number(amounts[0]!.amount)), level: 0 }];
  const taken: number[] = [];
  return amounts
    .map(({ rule, amount }) => ({ rule, x: toX(Number(amount)) }))
    .sort((a, b) => a.x - b.x)
    .map((mark) => {
      const free = taken.findIndex((last) => mark.x - last >= APART);
      const level = free < 0 ? taken.length : free;
      taken[level] = mark.x;
      return { ...mark, level };
    });
}

/** Pixels of a level from the line: 0, one up, one down, two up ... */
export function levelOffset(level: number): number {
  const step = Math.ceil(level / 2) * APART;
  return level % 2 === 1 ? -step : step;
}

/** Round steps of an axis from 0 that holds `most`: 1, 2 or 5 times a power of ten, at most six of them. */
export function axisSteps(most: number): number[] {
  if (!(most > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(most / 5));
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => most / size <= 5) ?? most;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => i * step);
}

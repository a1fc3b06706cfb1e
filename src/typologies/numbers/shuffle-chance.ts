/** Shuffles of all rounds together. */
export const MOST_SHUFFLES = 9999;

/**
 * Shuffles of a null model. A thousand settle what surely does not beat it; many hypotheses are tested, so what does goes
 * on. Among M hypotheses a single discovery at share q takes M / q shuffles.
 */
const ROUNDS: readonly number[] = [999, MOST_SHUFFLES];

/** How far {@link shuffleChance} goes. */
export interface ShuffleRounds {
  /** Shuffles after which it is asked whether chance is beaten so far, ascending. Default 999, 9,999. */
  readonly rounds?: readonly number[];
  /** With as many that are as good the p-value is known well enough for a further round not to matter. Default no limit. */
  readonly enough?: number;
}

/**
 * The p-value of a shuffle test: (1 + shuffles that are as good) / (1 + shuffles), of the first of the rounds, or of the next
 * where that beats chance, and so on. Stops as soon as it must exceed `mostChance`; that of the shuffles so far then stands.
 *
 * @param isAsGood shuffles once and compares; undefined where a budget ran out
 * @returns undefined if `isAsGood` had no answer before the end of the first round
 */
export function shuffleChance(
  isAsGood: () => boolean | undefined,
  mostChance: number,
  { rounds = ROUNDS, enough = Infinity }: ShuffleRounds = {},
): number | undefined {
  let asGood = 0;
  let done = 0;
  for (const most of rounds) {
    while (done < most && 1 + asGood <= mostChance * (1 + most)) {
      const good = isAsGood();
      if (good === undefined) return done < rounds[0]! ? undefined : (1 + asGood) / (1 + done);
      done++;
      if (good) asGood++;
    }
    if (done < most || asGood >= enough) break;
  }
  return (1 + asGood) / (1 + done);
}

/**
 * Shuffles of a null model. A thousand settle what surely does not beat it; many hypotheses are tested, so what does goes
 * on.
 */
const ROUNDS = [999, 9999] as const;

/**
 * The p-value of a shuffle test: (1 + shuffles that are as good) / (1 + shuffles), of 999 shuffles, or of 9,999 where those
 * beat chance. Stops as soon as it must exceed `mostChance`; that of the shuffles so far then stands.
 *
 * @param isAsGood shuffles once and compares; undefined where a budget ran out
 * @returns undefined if `isAsGood` had no answer before a thousand
 */
export function shuffleChance(isAsGood: () => boolean | undefined, mostChance: number): number | undefined {
  let asGood = 0;
  let done = 0;
  for (const most of ROUNDS) {
    while (done < most && 1 + asGood <= mostChance * (1 + most)) {
      const good = isAsGood();
      if (good === undefined) return done < ROUNDS[0] ? undefined : (1 + asGood) / (1 + done);
      done++;
      if (good) asGood++;
    }
    if (done < most) break;
  }
  return (1 + asGood) / (1 + done);
}

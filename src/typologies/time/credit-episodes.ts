/** What {@link findCreditEpisodes} asks while it slides over the credits of a node. */
export interface CreditWindowTest {
  /** Greatest span of a window in milliseconds, inclusive. */
  readonly spanMs: number;
  enter(credit: number): void;
  leave(credit: number): void;
  /** Whether the pattern holds for the credits from .. to - 1, all of which have entered and no other. */
  holds(from: number, to: number): boolean;
}

/** A run of overlapping windows that hold. Positions of credits; `to` and `lastTo` are exclusive. */
export interface CreditEpisode {
  /** The earliest window that holds. */
  readonly from: number;
  readonly to: number;
  /** Anchor and end of the last window of the run; the run covers from .. lastTo - 1. */
  readonly lastFrom: number;
  readonly lastTo: number;
  readonly windows: number;
}

/**
 * Windows anchored at each credit in turn, by two pointers: each credit enters and leaves once. Windows that hold and
 * share a credit form one episode. Credits that arrive in one instant make one anchor.
 */
export function findCreditEpisodes(creditTimeMs: Float64Array, test: CreditWindowTest): CreditEpisode[] {
  const episodes: { -readonly [Field in keyof CreditEpisode]: CreditEpisode[Field] }[] = [];
  let to = 0;
  for (let from = 0; from < creditTimeMs.length; from++) {
    const start = creditTimeMs[from]!;
    while (to < creditTimeMs.length && creditTimeMs[to]! - start <= test.spanMs) test.enter(to++);
    const isAnchor = from === 0 || creditTimeMs[from - 1]! < start;
    if (isAnchor && test.holds(from, to)) {
      const last = episodes.at(-1);
      if (last !== undefined && from < last.lastTo) {
        last.lastFrom = from;
        last.lastTo = to;
        last.windows++;
      } else {
        episodes.push({ from, to, lastFrom: from, lastTo: to, windows: 1 });
      }
    }
    test.leave(from);
  }
  return episodes;
}

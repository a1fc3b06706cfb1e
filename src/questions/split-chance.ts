/**
 * The chance of so uneven a split: that of `events` that fall before or after a day independently, each with `share` before it,
 * at most `before` do (`tail: 'few'`), or at least as many (`tail: 'many'`). Exact binomial tails, summed in doubles from the
 * logarithms of their terms. 1 for no event. O(events).
 */
export function splitChance(before: number, events: number, share: number, tail: 'few' | 'many'): number {
  const [from, to] = tail === 'few' ? [0, before] : [before, events];
  let chance = 0;
  // log of C(events, i) share^i (1 - share)^(events - i), from one i to the next.
  let log = events * Math.log(1 - share);
  for (let i = 0; i <= to; i++) {
    if (i >= from) chance += Math.exp(log);
    log += Math.log(((events - i) * share) / ((i + 1) * (1 - share)));
  }
  return Math.min(1, chance);
}

/** The greatest of any number of values, at least `floor`. `Math.max(...values)` overflows the stack on a long list. */
export function greatest(values: Iterable<number>, floor = -Infinity): number {
  let most = floor;
  for (const value of values) if (value > most) most = value;
  return most;
}

/** The least of any number of values, at most `ceiling`. */
export function least(values: Iterable<number>, ceiling = Infinity): number {
  let fewest = ceiling;
  for (const value of values) if (value < fewest) fewest = value;
  return fewest;
}

/**
 * Chance of `count` events or more where `mean` are expected and events are independent (Poisson). Exact up to rounding:
 * the terms below `count` are summed where they are few, those above it where the tail is short. `mean` >= 0.
 * O(count + terms of the tail).
 */
export function poissonTail(count: number, mean: number): number {
  if (count <= 0) return 1;
  if (mean === 0) return 0;
  let term = -mean;
  for (let k = 1; k <= count; k++) term += Math.log(mean) - Math.log(k);
  // Above the mean the terms fall; they are summed until they no longer change the sum.
  if (count > mean) {
    let tail = 0;
    for (let k = count; ; k++) {
      const part = Math.exp(term);
      if (tail + part === tail) return Math.min(1, tail);
      tail += part;
      term += Math.log(mean) - Math.log(k + 1);
    }
  }
  let below = 0;
  let own = -mean;
  for (let k = 0; k < count; k++) {
    below += Math.exp(own);
    own += Math.log(mean) - Math.log(k + 1);
  }
  return Math.max(0, 1 - below);
}

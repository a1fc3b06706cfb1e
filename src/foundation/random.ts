import { UsageError } from './errors.js';

/** A function that returns the next number of a seeded sequence, uniform in [0, 1). */
export type RandomSource = () => number;

/**
 * Seeded random numbers: the mulberry32 generator (T. Ettinger, public domain), 32 bits of state. The same seed gives
 * the same sequence on every machine. Not for secrets.
 *
 * @throws UsageError `seed` unless `seed` is a safe non-negative integer.
 */
export function createRandom(seed: number): RandomSource {
  if (!Number.isSafeInteger(seed) || seed < 0) {
    throw new UsageError('seed', `Expected seed to be a non-negative integer but received ${seed}`);
  }
  let state = (seed % 0x1_0000_0000) ^ Math.imul(Math.floor(seed / 0x1_0000_0000), 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

/** Uniform integer in [0, bound). */
export function randomInteger(random: RandomSource, bound: number): number {
  return Math.floor(random() * bound);
}

/** Fisher-Yates shuffle in place; returns the same array. */
export function shuffle<T>(items: T[], random: RandomSource): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = randomInteger(random, i + 1);
    const kept = items[i] as T;
    items[i] = items[j] as T;
    items[j] = kept;
  }
  return items;
}

/** Standard normal deviate (Box-Muller, one of the pair). */
export function randomNormal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

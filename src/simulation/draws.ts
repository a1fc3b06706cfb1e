import { randomInteger, randomNormal, type RandomSource } from '../foundation/index.js';

/** Uniform number in [low, high). */
export function between(random: RandomSource, low: number, high: number): number {
  return low + random() * (high - low);
}

/** Uniform integer in [low, high], both ends included. */
export function wholeBetween(random: RandomSource, low: number, high: number): number {
  return low + randomInteger(random, high - low + 1);
}

/** One element of a list that is not empty. */
export function pick<T>(random: RandomSource, items: ArrayLike<T>): T {
  return items[randomInteger(random, items.length)] as T;
}

export function chance(random: RandomSource, probability: number): boolean {
  return random() < probability;
}

/** Log-normal number around `median`; `sigma` is the standard deviation of its logarithm. */
export function logNormal(random: RandomSource, median: number, sigma: number): number {
  return median * Math.exp(sigma * randomNormal(random));
}

/** A rank in 0 .. count - 1 with probability about 1 / (rank + 1): Zipf's law with exponent 1. */
export function zipfRank(random: RandomSource, count: number): number {
  return Math.min(count - 1, Math.floor(Math.pow(count + 1, random())) - 1);
}

/** Minor units of an amount as people agree on it: a multiple of `step` major units, at least one step. */
export function roundedMinor(amount: number, step: number): number {
  return Math.max(1, Math.round(amount / step)) * Math.round(step * 100);
}

/** Minor units of an amount to the cent, at least one major unit. */
export function toMinor(amount: number): number {
  return Math.max(100, Math.round(amount * 100));
}

/** Days `first`, `first + step`, ... before `days`. */
export function everySoOften(days: number, step: number, first: number): number[] {
  const found: number[] = [];
  for (let day = first; day < days; day += step) found.push(day);
  return found;
}

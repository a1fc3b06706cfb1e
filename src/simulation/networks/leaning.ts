import { type RandomSource } from '../../foundation/index.js';
import { between } from '../draws.js';

/** Lowest and highest of a range drawn from. */
export type Range = readonly [number, number];

/** Uniform number in a range that lies between the plain one (`hardness` 0) and the hard one (1). */
export function lean(random: RandomSource, hardness: number, [plain, hard]: readonly [Range, Range]): number {
  const low = plain[0] + (hard[0] - plain[0]) * hardness;
  const high = plain[1] + (hard[1] - plain[1]) * hardness;
  return between(random, low, high);
}

/** Number in [low, high) of which the logarithm is uniform: as often 1 to 10 as 10 to 100. */
export function logBetween(random: RandomSource, low: number, high: number): number {
  return Math.exp(between(random, Math.log(low), Math.log(high)));
}

/** One item, each as often as its weight says; weights must sum to more than 0. */
export function weighted<T>(random: RandomSource, items: readonly (readonly [T, number])[]): T {
  let left = random() * items.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  return items[items.length - 1]![0];
}

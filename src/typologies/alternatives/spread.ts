import { FEW, sortedFew } from '../numbers/sorted-few.js';

/** Middle value of a list, the lower of two; 0 for an empty one. */
export function median(values: readonly number[]): number {
  const middle = Math.floor((values.length - 1) / 2);
  return (values.length > FEW ? new Float64Array(values).sort() : sortedFew(values))[middle] ?? 0;
}

/** Population standard deviation over the mean; Infinity for an empty list or a mean of zero. */
export function variation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  if (!(mean > 0)) return Infinity;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return Math.sqrt(variance) / mean;
}

/** Differences between neighbours. */
export function gaps(times: readonly number[]): number[] {
  return times.slice(1).map((time, i) => time - times[i]!);
}

/** Hours as a sentence has them. */
export function inWords(hours: number): string {
  return hours === 48 ? 'two days' : `${hours} hours`;
}

/** A share as whole per cent, for sentences. */
export function percent(part: number, whole: number): string {
  return `${whole > 0 ? Math.floor((part * 100) / whole) : 0} %`;
}

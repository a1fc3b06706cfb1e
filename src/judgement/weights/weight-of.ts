import { type SignWeights } from './weight-table.js';

/**
 * Values above a cut point by less than this share of it are equal to it: the same amounts added in another order differ in
 * the last digits, and must not move an account to another bin.
 */
const EQUAL = 1e-9;

/** Bin of a value: the number of cut points below it. A value equal to a cut point lies in the lower bin. */
export function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin < edges.length && value > edges[bin]! + EQUAL * Math.abs(edges[bin]!)) bin++;
  return bin;
}

/** What a sign adds to the score where it has this value; NaN is missing. */
export function weightOf(sign: SignWeights, value: number): number {
  return Number.isNaN(value) ? sign.missing : sign.weights[binOf(sign.edges, value)]!;
}

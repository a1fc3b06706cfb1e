/**
 * A currency of the ledger. `scale` is the number of decimals that its values need (not the ISO number). Lane `safe`:
 * every amount is an exact integer in a Float64Array. Lane `wide`: at least one amount is beyond 2^53 - 1 minor units;
 * the exact values are BigInts and the float column holds the nearest double.
 */
export interface Currency {
  readonly code: string;
  readonly scale: number;
  readonly lane: 'safe' | 'wide';
}

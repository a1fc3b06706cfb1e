import {
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  ZERO,
} from '../../foundation/index.js';

/**
 * Parts of one item in whole units for print: each floored, and the missing units given to the largest remainders, ties to
 * the earlier part, so that they add up to the item rounded down. Columns of one origin over several items may miss by a
 * unit; never calculate with printed amounts.
 *
 * @param unitsPerOne 100 for cents if the parts are in euros, 1 if they are in minor units
 */
export function roundParts(parts: readonly Fraction[], unitsPerOne = 1n): bigint[] {
  const scaled = parts.map((part) => multiplyFractions(part, fraction(unitsPerOne)));
  const units = scaled.map(floor);
  const rests = scaled.map((part, at) => subtractFractions(part, fraction(units[at]!)));
  const missing = Number(floor(rests.reduce(addFractions, ZERO)));
  const largest = [...rests.keys()].sort((a, b) => compareFractions(rests[b]!, rests[a]!) || a - b);
  for (const at of largest.slice(0, missing)) units[at]!++;
  return units;
}

/** Of a fraction that is not negative. */
function floor({ numerator, denominator }: Fraction): bigint {
  return numerator / denominator;
}

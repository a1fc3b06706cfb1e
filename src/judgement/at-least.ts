/** Sums closer than this share of each other are equal: the same amounts added in another order differ in the last digits. */
const EQUAL = 1e-9;

/** Whether a sum of money is at least another one, rounding aside. For values of 0 or more. */
export function atLeast(value: number, bound: number): boolean {
  return value >= bound * (1 - EQUAL);
}

import { type TracedRange } from '../disclosure/index.js';
import { compareFractions, type Fraction, fraction, ZERO } from '../foundation/index.js';
import { addUp, printAmount } from '../trace/index.js';
import { least } from '../structures/index.js';
import type { RowAmounts } from './document/trace-summary-schema.js';

/** Adds ranges of one currency rule by rule, with the exact fractions where texts are rounded. Nothing gives nothing. */
export function addRanges(ranges: readonly TracedRange[]): RowAmounts | undefined {
  const [first] = ranges;
  if (first === undefined) return undefined;
  const scale = least(
    ranges.flatMap(({ amounts, lowest }) => [lowest, ...amounts.map((one) => one.amount)]).map(decimals),
  );
  const sums = first.amounts.map(({ rule }) => ({
    rule,
    sum: ranges.reduce(
      (sum, { amounts }) =>
        addUp(
          sum,
          minorOf(
            amounts.find((one) => one.rule === rule),
            scale,
          ),
        ),
      ZERO,
    ),
  }));
  const ascending = sums.map(({ sum }) => sum).sort(compareFractions);
  return {
    amounts: sums.map(({ rule, sum }) => ({ rule, amount: printAmount(sum, scale) })),
    lowest: printAmount(ascending[0] ?? ZERO, scale),
    highest: printAmount(ascending.at(-1) ?? ZERO, scale),
  };
}

/** The amounts of a range and nothing else of what it stands in. */
export function amountsOf({ amounts, lowest, highest }: RowAmounts): RowAmounts {
  return { amounts: amounts.map(({ rule, amount }) => ({ rule, amount })), lowest, highest };
}

/** Whether two say the same under each rule, to the last digit. */
export function sameAmounts(left: RowAmounts, right: RowAmounts): boolean {
  const plain = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/u, '') : amount);
  return left.amounts.every(({ rule, amount }) => {
    const other = right.amounts.find((one) => one.rule === rule);
    return other !== undefined && plain(other.amount) === plain(amount);
  });
}

/** An amount in minor units: a rounded text has its exact fraction beside it, any other is exact itself. */
function minorOf(one: TracedRange['amounts'][number] | undefined, scale: number): Fraction {
  if (one === undefined) return ZERO;
  if (one.exactMinor !== undefined) {
    const [numerator = '0', denominator = '1'] = one.exactMinor.split('/');
    return fraction(BigInt(numerator), BigInt(denominator));
  }
  return fraction(BigInt(one.amount.replace('.', '')), 10n ** BigInt(decimals(one.amount) - scale));
}

/** Digits after the point. A currency has as many as the shortest of its texts. */
function decimals(amount: string): number {
  return amount.split('.')[1]?.length ?? 0;
}

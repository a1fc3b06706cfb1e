/** What is ranked: a value, a label and a weight for each row. Rows whose value is NaN are left out. */
export interface RankedRows {
  readonly values: ArrayLike<number>;
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
}

/** Rows of equal value, from the greatest value down: their weight of either label. */
function* tiesOf({ values, labels, weights }: RankedRows): Generator<{ ones: number; zeros: number }> {
  const rows = Array.from({ length: values.length }, (_, row) => row).filter((row) => !Number.isNaN(values[row]!));
  rows.sort((a, b) => values[b]! - values[a]!);
  for (let k = 0; k < rows.length;) {
    const tie = { ones: 0, zeros: 0 };
    const value = values[rows[k]!]!;
    for (; k < rows.length && values[rows[k]!] === value; k++) {
      if (labels[rows[k]!] === 1) tie.ones += weights[rows[k]!]!;
      else tie.zeros += weights[rows[k]!]!;
    }
    yield tie;
  }
}

/** Chance that a row of label 1 has the greater value than one of label 0, ties counting half; 1/2 if either is missing. */
export function areaUnderCurve(rows: RankedRows): number {
  let [ones, zeros, wins] = [0, 0, 0];
  for (const tie of tiesOf(rows)) {
    wins += tie.zeros * (ones + tie.ones / 2);
    ones += tie.ones;
    zeros += tie.zeros;
  }
  return ones > 0 && zeros > 0 ? wins / (ones * zeros) : 0.5;
}

/** Mean, over the rows of label 1, of the precision among all rows of at least their value; NaN without any. */
export function averagePrecision(rows: RankedRows): number {
  let [ones, all, sum] = [0, 0, 0];
  for (const tie of tiesOf(rows)) {
    ones += tie.ones;
    all += tie.ones + tie.zeros;
    if (tie.ones > 0) sum += tie.ones * (ones / all);
  }
  return ones > 0 ? sum / ones : NaN;
}

import { type MinorColumn } from '../../trace/index.js';

/**
 * Running sums of exact amounts, so that the sum of any stretch costs one subtraction. Stays in doubles while the total
 * is below 2^53 and falls back to BigInts otherwise.
 */
export class ExactPrefix {
  readonly #sums: Float64Array | readonly bigint[];

  /** Sums `column`; positions for which `counts` answers false add nothing. */
  constructor(column: MinorColumn, counts: (position: number) => boolean = () => true) {
    const sums = new Float64Array(column.length + 1);
    for (let i = 0; i < column.length; i++) sums[i + 1] = sums[i]! + (counts(i) ? Number(column[i]) : 0);
    const safe = column instanceof Float64Array && sums[column.length]! <= Number.MAX_SAFE_INTEGER;
    this.#sums = safe ? sums : wideSums(column, counts);
  }

  /** Sum of positions from .. to - 1. */
  between(from: number, to: number): bigint {
    return BigInt(this.#sums[to] as number | bigint) - BigInt(this.#sums[from] as number | bigint);
  }
}

function wideSums(column: MinorColumn, counts: (position: number) => boolean): bigint[] {
  const sums = [0n];
  let sum = 0n;
  for (let i = 0; i < column.length; i++) {
    if (counts(i)) sum += BigInt(column[i] as number | bigint);
    sums.push(sum);
  }
  return sums;
}

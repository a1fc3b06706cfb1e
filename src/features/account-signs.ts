/** One column of measured signs: a number per account; NaN = it could not be measured for this account. */
export interface SignColumn {
  /** Stable name, as in the table of weights. */
  readonly name: string;
  readonly values: Float64Array;
}

/** Which relations are exceptional for the one who pays. */
export interface ExceptionalRelations {
  /** Share of the payer's other occasions or relations that are as large, 0..1, smoothed by the file's own. Per relation. */
  readonly ratio: Float64Array;
  /** 1 = exceptional: among the largest tenth for this payer, not standing, and nothing was ever paid back. Per relation. */
  readonly exceptional: Uint8Array;
  /** Share of all relations of the file that are exceptional. */
  readonly share: number;
}

/** Where a reader stands that may be given more bytes. */
export interface ReaderRest {
  /** Bytes at the end whose record has not ended yet. */
  readonly bytesLeft: number;
  /**
   * Whether they begin a record that may be a transfer, and that anybody would read the same who knows nothing of what came
   * before: not the middle of a line refused for its length, no title, no refused line near.
   */
  readonly isBetweenRecords: boolean;
  /** Lines ended so far. */
  readonly lines: number;
}

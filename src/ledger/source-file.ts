/** An input file as the ledger remembers it. */
export interface SourceFile {
  /** The name that evidence cites; the last part of the path unless two inputs share it. */
  readonly name: string;
  /** SHA-256 of the bytes as stored (before unpacking), lower-case hex; empty for rows that came from no file. */
  readonly sha256: string;
}

/** Where a transfer came from. `line` is physical and 1-based. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
}

/** Rows of a Parquet file as texts, exact as stored. */
export interface ParquetRows {
  readonly columns: readonly string[];
  /** What was found, as sentences. */
  readonly notes: readonly string[];
  /** In the order of the file, in batches of any size. */
  readonly batches: AsyncIterable<readonly (readonly string[])[]>;
}

/** Readers of formats that this library needs others for; a source brings those it has. */
export interface FormatReaders {
  /** Opens a Parquet file that is held in memory. */
  readonly parquet?: (bytes: Uint8Array, name: string) => Promise<ParquetRows>;
  /** Unpacks zstd in pieces; how much may come out of it is the caller's to say. */
  readonly zstd?: (chunks: AsyncIterable<Uint8Array>, name: string) => AsyncIterable<Uint8Array>;
}

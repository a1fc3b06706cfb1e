import { type FormatReaders } from '../ingest/index.js';
import { readParquet } from './read-parquet.js';
import { readZstd } from './read-zstd.js';

/** Readers that load their packages when they are first needed. */
export const FORMAT_READERS: FormatReaders = Object.freeze({ parquet: readParquet, zstd: readZstd });

import { Option } from 'commander';
import { UsageError } from '../foundation/index.js';
import { byteCount } from './argument-checks.js';
import { LAKE_MAPPING } from './reading-options.js';

/** Bytes that DuckDB may hold in memory unless said otherwise. */
export const ENGINE_MEMORY = 2 ** 30;

/** `--memory`, for commands that have `--engine duckdb`. */
export function memoryOption(): Option {
  return new Option(
    '--memory <size>',
    'what --engine duckdb may hold in memory, such as 512M; the rest goes to the disk (default: 1G)',
  ).argParser(byteCount);
}

/** @throws UsageError `engine-memory-flag` for memory without DuckDB */
export function requireMemoryFlag(engine: string, memory: number | undefined): void {
  if (memory === undefined || engine === 'duckdb') return;
  throw new UsageError('engine-memory-flag', 'Expected --memory beside --engine duckdb alone');
}

/** @throws UsageError `engine-lake` for an engine beside files that are no lake */
export function requireLakeFor(engine: string, map: string): void {
  if (engine === 'memory' || map === LAKE_MAPPING) return;
  throw new UsageError('engine-lake', `Expected --map ${LAKE_MAPPING} beside --engine: make a lake with convert`);
}

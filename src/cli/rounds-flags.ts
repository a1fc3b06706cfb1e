import { type Command } from 'commander';
import { type KnownAccounts } from '../disclosure/index.js';
import { UsageError } from '../foundation/index.js';
import { looksAtBirth } from '../trace/index.js';
import { countingNumber, oneOf } from './argument-checks.js';
import { memoryOption, requireLakeFor, requireMemoryFlag } from './engine-flags.js';
import { type TraceLimits } from './make-trace.js';
import { type ReadingFlags } from './reading-options.js';

const ENGINES = ['memory', 'duckdb'] as const;

/** Flags of a question that an engine may answer in rounds. */
export interface RoundsFlags {
  readonly engine: (typeof ENGINES)[number];
  /** Bytes. */
  readonly memory?: number;
  readonly maxReducedRows?: number;
}

/** Adds the flags of an engine to a command. */
export function addRoundsOptions(command: Command): Command {
  return command
    .option(
      '--engine <memory|duckdb>',
      'what holds the data: duckdb fetches from a lake (see convert) what the accounts reached need; it names only operators of --case',
      oneOf(ENGINES),
      'memory',
    )
    .addOption(memoryOption())
    .option(
      '--max-reduced-rows <n>',
      'transfers of the accounts reached that --engine duckdb may fetch (default: 5000000)',
      countingNumber,
    );
}

/**
 * @throws UsageError `engine-memory-flag`, `engine-rows-flag` for a flag of an engine without one, `engine-lake` for files that
 *   are no lake
 */
export function requireRoundsFlags({
  engine,
  memory,
  maxReducedRows,
  map,
}: RoundsFlags & Pick<ReadingFlags, 'map'>): void {
  requireMemoryFlag(engine, memory);
  if (maxReducedRows !== undefined && engine === 'memory') {
    throw new UsageError('engine-rows-flag', 'Expected --max-reduced-rows beside --engine duckdb alone');
  }
  requireLakeFor(engine, map);
}

/** @throws UsageError `rounds-rule` for a rule that looks at all accounts, beside an engine */
export function requireRulesInRounds({ engine, direction, rules = [] }: RoundsFlags & TraceLimits): void {
  const everywhere = direction === 'forward' ? rules.find(looksAtBirth) : undefined;
  if (engine === 'memory' || everywhere === undefined) return;
  const message = `Expected rules without ${everywhere} beside --engine: forward it looks at all accounts`;
  throw new UsageError('rounds-rule', message);
}

/** Who may be named without a case is measured on all of the data, which an engine does not hold: nobody. */
export function knownToEngine(engine: RoundsFlags['engine'], known: KnownAccounts): KnownAccounts {
  return engine === 'memory' ? known : { ...known, operators: known.operators ?? [] };
}

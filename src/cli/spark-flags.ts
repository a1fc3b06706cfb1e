import { type Command } from 'commander';
import { countingNumber } from './argument-checks.js';

/** How a job for Spark is cut and where Node lies. */
export interface SparkFlags {
  readonly parts?: number;
  readonly maxPartRows?: number;
  readonly node?: string;
}

/** Adds the options of {@link SparkFlags} to a command. */
export function addSparkOptions(command: Command): Command {
  return command
    .option(
      '--parts <n>',
      'parts by account that Spark cuts the lake into (default: of half a million rows)',
      countingNumber,
    )
    .option('--max-part-rows <n>', 'most rows of a part; the job stops beyond (default: 5 million)', countingNumber)
    .option('--node <command>', 'what starts Node on nodes of the cluster (default: node)');
}

/** With Spark, what stands behind `--` are its options and no files. */
export function splitAtDashes(
  args: readonly string[],
  engine: string | undefined,
  program: Command,
): { readonly files: readonly string[]; readonly sparkOptions: readonly string[] } {
  const { rawArgs } = program as unknown as { readonly rawArgs: readonly string[] };
  const at = rawArgs.indexOf('--');
  const count = engine !== 'spark' || at < 0 ? 0 : rawArgs.length - at - 1;
  return { files: args.slice(0, args.length - count), sparkOptions: args.slice(args.length - count) };
}

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

import { type Command, Option } from 'commander';
import { type CatalogueTable, catalogueTable } from '../engine/index.js';
import { UsageError } from '../foundation/index.js';
import { oneOf } from './argument-checks.js';

/** Which table of a catalogue is converted. */
export interface TableFlags {
  readonly engine?: 'spark';
  readonly table?: string;
  readonly key?: string;
  readonly snapshot?: string;
  /** Folder for the statements and for what Spark says. */
  readonly job?: string;
}

/** Adds the options of {@link TableFlags} to a command. */
export function addTableOptions(command: Command): Command {
  return command
    .option('--engine <spark>', 'what writes a table as files, run from $SPARK_HOME', oneOf(['spark'] as const))
    .option('--table <name>', 'instead of files: [catalog.][schema.]table; options of spark-sql follow --')
    .option('--key <columns>', 'columns, separated by commas, that tell the rows of the table apart and order them')
    .option('--snapshot <n>', 'version of the table, by its number (default: what it holds now)')
    .option('--job <dir>', 'new folder that keeps the statements of --table and what Spark says of them');
}

/**
 * The table to be converted; undefined where files are.
 *
 * @throws UsageError `table-flags` for some of the options without the others, or files beside them, and what `catalogueTable` throws
 */
export function tableOf(
  { engine, table: name, key, snapshot, job }: TableFlags,
  files: readonly string[],
): CatalogueTable | undefined {
  if ([engine, name, key, snapshot, job].every((flag) => flag === undefined)) return undefined;
  if (engine === undefined || name === undefined || key === undefined || files.length > 0) {
    throw new UsageError(
      'table-flags',
      'Expected --engine spark, --table and --key together, and no files beside them',
    );
  }
  return catalogueTable({ name, key, ...(snapshot === undefined ? {} : { snapshot }) });
}

/** `--table` where it is not offered, so that the answer says where it is. */
export function tableElsewhere(): Option {
  return new Option('--table <name>').hideHelp().argParser((): never => {
    const message = 'Expected a lake: make one of the table with convert --engine spark --table NAME --key COLUMNS';
    throw new UsageError('table-lake', message);
  });
}

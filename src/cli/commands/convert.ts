import { join } from 'node:path';
import { type Command } from 'commander';
import { type ProgressListener, UsageError } from '../../foundation/index.js';
import { type LakeManifest, requireFreeFolder, writeLake } from '../../node/index.js';
import { countingNumber } from '../argument-checks.js';
import { type ConvertedLake, convertTable } from '../convert-table.js';
import { createProgressLine } from '../progress-line.js';
import {
  addReadingOptions,
  answerForQuarantine,
  LAKE_MAPPING,
  quarantineExitCode,
  readForCommand,
  type ReadingFlags,
} from '../reading-options.js';
import { splitAtDashes } from '../spark-flags.js';
import { addTableOptions, type TableFlags, tableOf } from '../table-flags.js';
import { type Terminal } from '../terminal.js';

interface ConvertFlags extends ReadingFlags, TableFlags {
  readonly out: string;
  readonly json?: true;
}

/** `illicit-flows convert`: transaction files or a table in, Parquet out, with every row accounted for. */
export function addConvertCommand(program: Command, terminal: Terminal): void {
  const command = addReadingOptions(program.command('convert'), '[files...]')
    .description('read transaction files, or a table, and write them as Parquet, each transfer with its file and line')
    .requiredOption('--out <dir>', 'new folder for transfers.parquet, quarantine.csv and lake.json')
    .option('--workers <n>', 'threads that read large files; changes no result (default: 2)', countingNumber);
  addTableOptions(command)
    .option('--json', 'print lake.json')
    .addHelpText('after', AFTER)
    .action(async (args: string[], flags: ConvertFlags) => {
      if (flags.map === LAKE_MAPPING) throw new UsageError('lake-twice', 'Expected files that are no lake yet');
      const { files, sparkOptions } = splitAtDashes(args, flags.engine, program);
      const table = tableOf(flags, files);
      await requireFreeFolder(flags.out);
      const { listener: onProgress, clear } = createProgressLine();
      const { manifest, reading } =
        table === undefined
          ? await convertFiles(files, flags, onProgress)
          : await convertTable(table, flags, { sparkOptions, onProgress });
      clear();
      const exitCode = quarantineExitCode(reading, flags.maxQuarantine);
      terminal.print(
        flags.json === true ? `${JSON.stringify({ exitCode, manifest })}\n` : describe(flags.out, manifest),
      );
      answerForQuarantine(terminal, reading, flags.maxQuarantine, 'The lake was written; see quarantine.csv.');
    });
}

async function convertFiles(
  files: readonly string[],
  flags: ConvertFlags,
  onProgress: ProgressListener | undefined,
): Promise<ConvertedLake> {
  const { reading, choices } = await readForCommand(files, flags, onProgress);
  return { reading, manifest: await writeLake(flags.out, reading, choices) };
}

const AFTER = `
The lake holds the transfers themselves, whoever paid: keep it where the files are kept. It needs the package @duckdb/node-api.
A table is what spark-sql calls so where this command runs. Its rows become files in export/ of the lake, which evidence cites.
`;

function describe(folder: string, { totals, ledger, table }: LakeManifest): string {
  const { read, accepted, quarantined, skipped } = totals;
  return [
    ...(table === undefined
      ? []
      : [`${table.name} in the order of ${table.key.join(', ')} in ${join(folder, table.folder)}`]),
    `${read} records read: ${accepted} accepted, ${quarantined} quarantined, ${skipped} skipped`,
    `${ledger.transfers} transfers among ${ledger.accounts} accounts in ${folder}`,
    `Next: illicit-flows investigate ${join(folder, '*.parquet')} --map ${LAKE_MAPPING} --out case/`,
    '',
  ].join('\n');
}

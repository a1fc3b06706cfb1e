import { type Command } from 'commander';
import { UsageError } from '../../foundation/index.js';
import { type LakeManifest, requireFreeFolder, writeLake } from '../../node/index.js';
import { countingNumber } from '../argument-checks.js';
import { createProgressLine } from '../progress-line.js';
import {
  addReadingOptions,
  answerForQuarantine,
  LAKE_MAPPING,
  quarantineExitCode,
  readForCommand,
  type ReadingFlags,
} from '../reading-options.js';
import { type Terminal } from '../terminal.js';

interface ConvertFlags extends ReadingFlags {
  readonly out: string;
  readonly json?: true;
}

/** `illicit-flows convert`: transaction files in, Parquet out, with every row accounted for. */
export function addConvertCommand(program: Command, terminal: Terminal): void {
  addReadingOptions(program.command('convert'))
    .description('read transaction files and write them as Parquet, each transfer with its file and line')
    .requiredOption('--out <dir>', 'new folder for transfers.parquet, quarantine.csv and lake.json')
    .option('--workers <n>', 'threads that read large files; changes no result (default: 2)', countingNumber)
    .option('--json', 'print lake.json')
    .addHelpText('after', AFTER)
    .action(async (files: string[], flags: ConvertFlags) => {
      if (flags.map === LAKE_MAPPING) throw new UsageError('lake-twice', 'Expected files that are no lake yet');
      await requireFreeFolder(flags.out);
      const { listener, clear } = createProgressLine();
      const { reading, choices } = await readForCommand(files, flags, listener);
      const manifest = await writeLake(flags.out, reading, choices);
      clear();
      const exitCode = quarantineExitCode(reading, flags.maxQuarantine);
      terminal.print(
        flags.json === true ? `${JSON.stringify({ exitCode, manifest })}\n` : describe(flags.out, manifest),
      );
      answerForQuarantine(terminal, reading, flags.maxQuarantine, 'The lake was written; see quarantine.csv.');
    });
}

const AFTER = `
The lake holds the transfers themselves, whoever paid: keep it where the files are kept. It needs the package @duckdb/node-api.
`;

function describe(folder: string, { totals, ledger }: LakeManifest): string {
  const { read, accepted, quarantined, skipped } = totals;
  return [
    `${read} records read: ${accepted} accepted, ${quarantined} quarantined, ${skipped} skipped`,
    `${ledger.transfers} transfers among ${ledger.accounts} accounts in ${folder}`,
    `Next: illicit-flows investigate ${folder}/*.parquet --map ${LAKE_MAPPING} --out case/`,
    '',
  ].join('\n');
}

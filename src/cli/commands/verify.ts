import { type Command } from 'commander';
import { countingNumber, repeated } from '../argument-checks.js';
import { describeVerification, MOST_DIFFERENCES } from '../describe-verification.js';
import { EXIT } from '../exit-codes.js';
import { addOwnAccountOption } from '../own-accounts.js';
import { createProgressLine } from '../progress-line.js';
import { maxUnpackedOption } from '../reading-options.js';
import { type Terminal } from '../terminal.js';
import { verifyCase } from '../verify-case.js';

interface VerifyFlags {
  readonly guardList?: readonly string[];
  readonly ownAccount?: readonly string[];
  /** Bytes; undefined = the default limits on size and ratio. */
  readonly maxUnpacked?: number;
  readonly map?: string;
  readonly workers?: number;
  readonly json?: true;
}

/** `illicit-flows verify`: does a case follow from its files, to the last cell? */
export function addVerifyCommand(program: Command, terminal: Terminal): void {
  addOwnAccountOption(program.command('verify'))
    .description('make a case again from its files, with the options of its manifest, and name every difference')
    .argument('<case>', 'folder of the case')
    .argument('<files...>', 'the files that it was made from')
    .option('--guard-list <file>', 'a guard list that the case was made with; may be repeated', repeated)
    .option('--map <preset|file>', 'the mapping, for a case whose manifest does not hold it')
    .addOption(maxUnpackedOption())
    .option(
      '--workers <n>',
      'threads that read large files and look for patterns; changes no result (default: 2 to read, and as many as there are processors)',
      countingNumber,
    )
    .option('--json', 'print what was found as JSON')
    .action(async (folder: string, files: string[], flags: VerifyFlags) => {
      const { listener, clear } = createProgressLine();
      const verification = await verifyCase(folder, files, {
        guardLists: flags.guardList ?? [],
        ownAccounts: flags.ownAccount ?? [],
        ...(flags.map === undefined ? {} : { map: flags.map }),
        ...(flags.maxUnpacked === undefined ? {} : { maxUnpacked: flags.maxUnpacked }),
        ...(flags.workers === undefined ? {} : { workers: flags.workers }),
        ...(listener === undefined ? {} : { onProgress: listener }),
      });
      clear();
      const { differences, ...rest } = verification;
      const count = differences.length;
      const agrees = count === 0;
      const shown = differences.slice(0, MOST_DIFFERENCES);
      terminal.print(
        flags.json === true
          ? `${JSON.stringify({ agrees, count, differences: shown, ...rest })}\n`
          : describeVerification(verification),
      );
      terminal.exitCode = agrees ? EXIT.done : EXIT.differs;
    });
}

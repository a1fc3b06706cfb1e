import { type Command } from 'commander';
import { buildTemporalGraph } from '../../graph/index.js';
import { askAccount } from '../../investigation/index.js';
import { describeAccount } from '../describe-account.js';
import { findAccount } from '../find-accounts.js';
import { readGuardLists } from '../guard-lists.js';
import { addKnownOptions, findKnown, type KnownFlags } from '../known-accounts.js';
import { createProgressLine } from '../progress-line.js';
import { addReadingOptions, answerForQuarantine, readForCommand, type ReadingFlags } from '../reading-options.js';
import { type Terminal } from '../terminal.js';

interface AccountFlags extends ReadingFlags, KnownFlags {
  readonly account: string;
  readonly json?: true;
}

/** `illicit-flows account`: what the data say of one account, and who else uses it. */
export function addAccountCommand(program: Command, terminal: Terminal): void {
  addKnownOptions(addReadingOptions(program.command('account')))
    .description('tell what one account received and paid, on which days of the week, and who else uses it')
    .requiredOption('--account <account>', 'ACCOUNT or INSTITUTION/ACCOUNT')
    .option('--json', 'print the answer as JSON')
    .action(async (files: string[], flags: AccountFlags) => {
      const guards = await readGuardLists(flags.guardList ?? []);
      const { listener, clear } = createProgressLine();
      const { reading } = await readForCommand(files, flags, listener);
      const { ledger } = reading;
      const account = findAccount(ledger.accounts, flags.account, '--account');
      const { known, choices } = await findKnown(flags, guards, reading);
      const answer = askAccount(buildTemporalGraph(ledger, { joinHolders: false }), account, known);
      clear();
      terminal.print(
        flags.json === true ? `${JSON.stringify({ case: choices.case, ...answer })}\n` : describeAccount(answer),
      );
      answerForQuarantine(terminal, reading, flags.maxQuarantine, 'These records are not in the answer.');
    });
}

import { type Command } from 'commander';
import { writeFolder } from '../../node/index.js';
import {
  aboutRegimes,
  COLUMN_SETS,
  REGIME_NAMES,
  RESOLUTIONS,
  type SimulateOptions,
  simulateWorld,
} from '../../simulation/index.js';
import { countingNumber, oneOf, positiveNumber, share, wholeNumber } from '../argument-checks.js';
import { type Terminal } from '../terminal.js';

interface SimulateFlags extends SimulateOptions {
  readonly out: string;
  readonly json?: true;
}

/** `illicit-flows simulate`: a labelled world as transactions.csv and truth.json. */
export function addSimulateCommand(program: Command, terminal: Terminal): void {
  const command = program
    .command('simulate')
    .description('write a labelled world: ordinary life, planted networks, innocent look-alikes')
    .requiredOption('--out <dir>', 'new folder for transactions.csv and truth.json')
    .option('--seed <n>', 'same seed and options, same bytes', wholeNumber, 1)
    .option('--transfers <n>', 'number of transfers, up to 5,000,000', wholeNumber, 200_000)
    .option(
      '--regime <name>',
      "whose books, see below; 'drawn' = the seed's (default: all-columns)",
      oneOf([...REGIME_NAMES, 'drawn']),
    )
    .option(
      '--networks <n>',
      'number of planted networks; 0 = none (default: one per 40,000 transfers, at least 2)',
      wholeNumber,
    )
    .option(
      '--look-alikes <n>',
      'number of innocent stories of each kind (default: one per 50,000 transfers, at least 1; other regimes fewer of more kinds)',
      wholeNumber,
    )
    .option('--days <n>', 'length of the period, 30 to 430', countingNumber)
    .option('--resolution <unit>', `how finely time is told: ${RESOLUTIONS.join(', ')}`, oneOf(RESOLUTIONS))
    .option('--columns <set>', `which columns are filled: ${COLUMN_SETS.join(', ')}`, oneOf(COLUMN_SETS));
  addStressOptions(command)
    .option('--json', 'print a summary as JSON')
    .addHelpText(
      'after',
      () => `\nWhat is not given and has no default is as the regime or the seed has it.\n\nRegimes:\n${regimeLines()}`,
    )
    .action(({ out, json, ...options }: SimulateFlags) => simulate(terminal, { out, json: json === true, options }));
}

/** Difficulties that a world can be given; left out, they are drawn. */
function addStressOptions(command: Command): Command {
  return command
    .option('--density <n>', 'usual transfers for each account, 2 to 500', positiveNumber)
    .option('--banks-seen <share>', 'share of the banks whose books are seen', share)
    .option('--rows-missing <share>', 'share of rows lost at random, up to 0.5', share)
    .option('--disguise <share>', 'how hard networks are to tell from ordinary life', share)
    .option('--margin-kept <share>', 'share that operators keep, up to 0.2', share)
    .option('--hold-hours <n>', 'longest time that operators hold money', positiveNumber)
    .option('--layers <n>', 'layers between families and coordinator, 1 to 3', countingNumber)
    .option('--collectors <n>', 'collectors of each network, 1 to 15', countingNumber)
    .option('--lived-in <share>', "share of ordinary life on operators' accounts", share)
    .option('--exchanged-accounts <share>', "share of operators' accounts exchanged midway", share);
}

function regimeLines(): string {
  return aboutRegimes()
    .map(({ name, about }) => `  ${name.padEnd(20)} ${about}\n`)
    .join('');
}

async function simulate(
  terminal: Terminal,
  { out, json, options }: { out: string; json: boolean; options: SimulateOptions },
): Promise<void> {
  const world = simulateWorld(options);
  const files = await writeFolder(out, [
    { name: 'transactions.csv', chunks: world.csvChunks() },
    { name: 'truth.json', chunks: [world.truthJson()] },
  ]);
  const { seed, regime, networks, lookAlikes, payers, accounts } = world.truth;
  const summary = {
    seed,
    regime,
    transfers: world.transferCount,
    accounts,
    networks: networks.length,
    lookAlikes: lookAlikes.length,
    payers: payers.length,
    files,
  };
  if (json) terminal.print(`${JSON.stringify(summary)}\n`);
  else {
    terminal.print(
      `${summary.transfers} transfers between ${accounts} accounts (${regime}), ${networks.length} planted networks, ` +
        `${lookAlikes.length} innocent look-alikes.\nWrote transactions.csv and truth.json to ${out}\n`,
    );
  }
}

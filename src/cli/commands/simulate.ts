import { type Command } from 'commander';
import { writeFolder } from '../../node/index.js';
import { simulateWorld } from '../../simulation/index.js';
import { wholeNumber } from '../argument-checks.js';
import { type Terminal } from '../terminal.js';

interface SimulateFlags {
  readonly out: string;
  readonly seed: number;
  readonly transfers: number;
  readonly json?: true;
}

/** `illicit-flows simulate`: a labelled world as transactions.csv and truth.json. */
export function addSimulateCommand(program: Command, terminal: Terminal): void {
  program
    .command('simulate')
    .description('write a labelled world: ordinary life, planted networks, innocent look-alikes')
    .requiredOption('--out <dir>', 'new folder for transactions.csv and truth.json')
    .option('--seed <n>', 'same seed, same bytes', wholeNumber, 1)
    .option('--transfers <n>', 'number of transfers, up to 5,000,000', wholeNumber, 200_000)
    .option('--json', 'print a summary as JSON')
    .action(async ({ out, seed, transfers, json }: SimulateFlags) => {
      const world = simulateWorld({ seed, transfers });
      const files = await writeFolder(out, [
        { name: 'transactions.csv', chunks: world.csvChunks() },
        { name: 'truth.json', chunks: [world.truthJson()] },
      ]);
      const { networks, lookAlikes, payers, accounts } = world.truth;
      const summary = {
        seed,
        transfers: world.transferCount,
        accounts,
        networks: networks.length,
        lookAlikes: lookAlikes.length,
        payers: payers.length,
        files,
      };
      if (json === true) terminal.print(`${JSON.stringify(summary)}\n`);
      else {
        terminal.print(
          `${summary.transfers} transfers between ${accounts} accounts, ${networks.length} planted networks, ` +
            `${lookAlikes.length} innocent look-alikes.\nWrote transactions.csv and truth.json to ${out}\n`,
        );
      }
    });
}

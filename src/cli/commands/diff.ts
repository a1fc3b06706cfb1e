import { type Command } from 'commander';
import { carryReviews, diffCases } from '../../export/index.js';
import { describeCarried, describeDiff } from '../describe-diff.js';
import { readComparedCase } from '../read-compared-case.js';
import { type Terminal } from '../terminal.js';

interface DiffFlags {
  readonly carry?: true;
  readonly json?: true;
}

/** `illicit-flows diff`: what differs between two cases, and in how they were made. */
export function addDiffCommand(program: Command, terminal: Terminal): void {
  program
    .command('diff')
    .description('compare two cases: leads, operators and findings that appeared, went or changed, and what was other')
    .argument('<older>', 'folder of a case')
    .argument('<newer>', 'folder of the case to compare it with')
    .option('--carry', 'propose the reviews of the older case for leads of the newer one; gives none')
    .option('--json', 'print the differences as JSON')
    .action(async (olderFolder: string, newerFolder: string, flags: DiffFlags) => {
      const older = await readComparedCase(olderFolder);
      const newer = await readComparedCase(newerFolder);
      const diff = diffCases(older, newer);
      const carried = flags.carry === true ? carryReviews(older, newer) : undefined;
      if (flags.json === true) {
        terminal.print(`${JSON.stringify({ ...diff, ...(carried === undefined ? {} : { carried }) })}\n`);
        return;
      }
      const proposals = carried === undefined ? [] : ['', ...describeCarried(carried)];
      terminal.print(`${[...describeDiff(diff), ...proposals].join('\n')}\n`);
    });
}

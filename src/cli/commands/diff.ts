import { type Command } from 'commander';
import { type CarriedReview, carryReviews, diffCases, type Review } from '../../export/index.js';
import { UsageError } from '../../foundation/index.js';
import { appendReview } from '../../node/index.js';
import { describeCarried, describeDiff } from '../describe-diff.js';
import { readComparedCase } from '../read-compared-case.js';
import { type Terminal } from '../terminal.js';

interface DiffFlags {
  readonly carry?: true;
  readonly by?: string;
  readonly json?: true;
}

/** `illicit-flows diff`: what differs between two cases, and in how they were made. */
export function addDiffCommand(program: Command, terminal: Terminal): void {
  program
    .command('diff')
    .description('compare two cases: leads, operators and findings that appeared, went or changed, and what was other')
    .argument('<older>', 'folder of a case')
    .argument('<newer>', 'folder of the case to compare it with')
    .option('--carry', 'propose the reviews of the older case for leads of the newer one; gives none without --by')
    .option('--by <name>', 'who gives again, with --carry, the reviews of leads that are the same in both cases')
    .option('--json', 'print the differences as JSON')
    .action(async (olderFolder: string, newerFolder: string, flags: DiffFlags) => {
      if (flags.by !== undefined && flags.carry !== true) {
        throw new UsageError('carry-flag', 'Expected --carry with --by, which says who gives reviews again');
      }
      const older = await readComparedCase(olderFolder);
      const newer = await readComparedCase(newerFolder);
      const diff = diffCases(older, newer);
      const carried = flags.carry === true ? carryReviews(older, newer) : undefined;
      const given = flags.by === undefined ? undefined : await giveAgain(newerFolder, carried ?? [], flags.by);
      if (flags.json === true) {
        const reviews = { ...(carried === undefined ? {} : { carried }), ...(given === undefined ? {} : { given }) };
        terminal.print(`${JSON.stringify({ ...diff, ...reviews })}\n`);
        return;
      }
      const proposals = carried === undefined ? [] : ['', ...describeCarried(carried, given)];
      terminal.print(`${[...describeDiff(diff), ...proposals].join('\n')}\n`);
    });
}

/**
 * Adds the reviews of leads that are the same to the log of the newer case, in the name of whoever carries them; who gave them first is part
 * of the reason. Leads that have changed are left to a person: the reviewer has not seen them.
 */
async function giveAgain(folder: string, carried: readonly CarriedReview[], by: string): Promise<Review[]> {
  const given: Review[] = [];
  for (const { lead, review, sameLead } of carried) {
    if (!sameLead) continue;
    const reason = `Carried from an older case: ${review.reason} (${review.by}, ${review.time.slice(0, 10)})`;
    given.push(await appendReview(folder, { lead, state: review.state, by, reason }));
  }
  return given;
}

import { type Command } from 'commander';
import { REVIEW_STATES } from '../../export/index.js';
import { appendReview } from '../../node/index.js';
import { oneOf } from '../argument-checks.js';
import { type Terminal } from '../terminal.js';

interface ReviewFlags {
  readonly by: string;
  readonly reason: string;
  readonly json?: true;
}

const stateOf = oneOf(REVIEW_STATES);

/** `illicit-flows review`: a person says what becomes of a lead. */
export function addReviewCommand(program: Command, terminal: Terminal): void {
  program
    .command('review')
    .description('add what a reviewer decides on a lead to review.jsonl beside the case; changes no other file')
    .argument('<case>', 'folder of the case')
    .argument('<lead>', 'a lead of it, such as C001')
    .argument('<state>', REVIEW_STATES.join(', '), stateOf)
    .requiredOption('--by <name>', 'who decides')
    .requiredOption('--reason <text>', 'why; do not write down who paid')
    .option('--json', 'print the review as JSON')
    .action(async (folder: string, lead: string, state: ReturnType<typeof stateOf>, flags: ReviewFlags) => {
      const { by, reason } = flags;
      const review = await appendReview(folder, { lead, state, by, reason });
      terminal.print(
        flags.json === true
          ? `${JSON.stringify(review)}\n`
          : `${lead}: ${state} by ${JSON.stringify(review.by)}, added to review.jsonl\n`,
      );
    });
}

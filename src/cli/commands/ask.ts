import { type Command } from 'commander';
import { readCaseDocument } from '../../node/index.js';
import { askCase, type Question, QUESTIONS } from '../../questions/index.js';
import { answersInWords } from '../answers-in-words.js';
import { someOf } from '../argument-checks.js';
import { EXIT } from '../exit-codes.js';
import { type Terminal } from '../terminal.js';

interface AskFlags {
  readonly lead?: string;
  readonly question?: readonly Question[];
  readonly since?: string;
  readonly json?: true;
}

/** `illicit-flows ask`: what a case on disk answers. Reads case.json and writes nothing. */
export function addAskCommand(program: Command, terminal: Terminal): void {
  program
    .command('ask')
    .description('answer questions of a case: how it developed, what holds it together, what to ask whom for')
    .argument('<case>', 'case folder with case.json')
    .option('--lead <id>', 'only this lead, such as C001 (default: all)')
    .option('--question <names>', `${QUESTIONS.join(', ')}; several by commas (default: all)`, someOf(QUESTIONS))
    .option('--since <day>', 'before-after: first day of the time after, such as 2005-04-20 (default: the middle)')
    .option('--json', 'print the answers as JSON, with evidence by file and line')
    .action(async (folder: string, { lead, question, since, json }: AskFlags) => {
      const answers = askCase(await readCaseDocument(folder), {
        ...(lead === undefined ? {} : { lead }),
        ...(since === undefined ? {} : { since }),
        ...(question === undefined ? {} : { questions: question }),
      });
      terminal.print(
        json === true ? `${JSON.stringify({ exitCode: EXIT.done, ...answers })}\n` : answersInWords(answers),
      );
    });
}

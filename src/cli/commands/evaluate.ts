import { readFile } from 'node:fs/promises';
import { type Command } from 'commander';
import { z } from 'zod';
import { InputError } from '../../foundation/index.js';
import { caseTexts, readCase } from '../../node/index.js';
import { evaluateCase, evaluationTable, MEMBER_ROLES, type Truth } from '../../simulation/index.js';
import { type Terminal } from '../terminal.js';

const accountName = z.object({ institution: z.string(), account: z.string() });
const truthSchema = z.object({
  version: z.literal(1),
  seed: z.number(),
  transfers: z.number(),
  networks: z.array(
    z.object({
      id: z.string(),
      mode: z.string(),
      corridor: z.string(),
      members: z.array(accountName.extend({ role: z.enum(MEMBER_ROLES) })),
      transferIds: z.array(z.string()),
    }),
  ),
  lookAlikes: z.array(z.object({ id: z.string(), kind: z.string(), accounts: z.array(accountName) })),
  payers: z.array(accountName),
  accounts: z.number(),
});

interface EvaluateFlags {
  readonly case: string;
  readonly truth: string;
  readonly json?: true;
}

/** `illicit-flows evaluate`: holds a case folder against the truth of a simulated world. */
export function addEvaluateCommand(program: Command, terminal: Terminal): void {
  program
    .command('evaluate')
    .description('hold a case against the truth of a simulated world')
    .requiredOption('--case <dir>', 'case folder written by investigate')
    .requiredOption('--truth <file>', 'truth.json written by simulate')
    .option('--json', 'print the evaluation as JSON')
    .action(async (flags: EvaluateFlags) => {
      const truth = await readTruth(flags.truth);
      const { accounts, files } = await readCase(flags.case);
      const clusters = [...new Set(accounts.map(({ cluster }) => cluster))];
      const evaluation = evaluateCase({ clusters, accounts, emittedTexts: caseTexts(flags.case, files) }, truth);
      terminal.print(flags.json === true ? `${JSON.stringify(evaluation)}\n` : evaluationTable(evaluation));
    });
}

async function readTruth(path: string): Promise<Truth> {
  try {
    return truthSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new InputError('truth-unreadable', `Expected the truth.json of a simulated world at ${path}`, { cause });
  }
}

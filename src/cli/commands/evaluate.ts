import { readFile } from 'node:fs/promises';
import { type Command } from 'commander';
import { z } from 'zod';
import { InputError, UsageError } from '../../foundation/index.js';
import { type AccountKey } from '../../ledger/index.js';
import { caseTexts, readCase, readTransactions } from '../../node/index.js';
import { type EmittedText, evaluateCase, evaluationTable, MEMBER_ROLES, type Truth } from '../../simulation/index.js';
import { loadMapping } from '../load-mapping.js';
import { type Terminal } from '../terminal.js';
import { traceListedAccounts } from '../trace-listed-accounts.js';

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
  readonly data?: readonly string[];
  readonly map?: string;
  readonly json?: true;
}

/** `illicit-flows evaluate`: holds a case folder against the truth of a simulated world. */
export function addEvaluateCommand(program: Command, terminal: Terminal): void {
  program
    .command('evaluate')
    .description('hold a case against the truth of a simulated world')
    .requiredOption('--case <dir>', 'case folder written by investigate')
    .requiredOption('--truth <file>', 'truth.json written by simulate')
    .option(
      '--data <files...>',
      'the transactions: also trace from and to every listed account, for payers named there',
    )
    .option('--map <preset|file>', 'how to read --data')
    .option('--json', 'print the evaluation as JSON')
    .action(async (flags: EvaluateFlags) => {
      if ((flags.data === undefined) !== (flags.map === undefined)) {
        throw new UsageError('data-mapping', 'Expected --data and --map together or neither');
      }
      const truth = await readTruth(flags.truth);
      const { leads, accounts, files } = await readCase(flags.case);
      const emitted = {
        clusters: leads.map(({ id }) => id),
        levelOf: new Map(leads.map(({ id, level }) => [id, level])),
        accounts,
        emittedTexts: placedTexts(flags.case, files),
      };
      const furtherTexts = flags.data === undefined ? [] : await tracedTexts(flags.data, flags.map!, accounts);
      const evaluation = evaluateCase({ ...emitted, furtherTexts }, truth);
      terminal.print(flags.json === true ? `${JSON.stringify(evaluation)}\n` : evaluationTable(evaluation));
    });
}

function* placedTexts(folder: string, files: readonly string[]): Generator<EmittedText, void> {
  for (const where of files) for (const text of caseTexts(folder, [where])) yield { where, text };
}

async function tracedTexts(
  files: readonly string[],
  map: string,
  accounts: readonly AccountKey[],
): Promise<Iterable<EmittedText>> {
  const { ledger } = await readTransactions(files, { mapping: await loadMapping(map) });
  return traceListedAccounts(ledger, accounts);
}

async function readTruth(path: string): Promise<Truth> {
  try {
    return truthSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new InputError('truth-unreadable', `Expected the truth.json of a simulated world at ${path}`, { cause });
  }
}

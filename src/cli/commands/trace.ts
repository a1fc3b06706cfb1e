import { type Command } from 'commander';
import { type Account } from '../../foundation/index.js';
import {
  GATHERING,
  mintTrace,
  NAME_SHARE,
  protectTrace,
  type TraceCase,
  type TraceDocument,
  traceSteps,
} from '../../disclosure/index.js';
import { traceJsonText } from '../../export/index.js';
import {
  createTraceManifest,
  type ParameterChoices,
  type TraceChoices,
  type TraceManifest,
} from '../../investigation/index.js';
import { requireFreeFolder, writeTrace } from '../../node/index.js';
import { TRACING_RULES } from '../../trace/index.js';
import { countingNumber, oneOf, repeated, share, someOf } from '../argument-checks.js';
import { describeTraceCase } from '../describe-trace-case.js';
import { parseDuration } from '../parse-duration.js';
import { readGuardLists } from '../guard-lists.js';
import { addKnownOptions, findKnown, type KnownFlags } from '../known-accounts.js';
import { makeTrace, type TraceLimits } from '../make-trace.js';
import { collectSetting, settingsOf } from '../parameter-setting.js';
import { createProgressLine } from '../progress-line.js';
import { questionOfTrace } from '../question-of-trace.js';
import { type ReachedPart, readReached } from '../read-reached.js';
import {
  addReadingOptions,
  answerForQuarantine,
  type CommandReading,
  LAKE_MAPPING,
  readForCommand,
  type ReadingFlags,
} from '../reading-options.js';
import {
  addRoundsOptions,
  knownToEngine,
  requireRoundsFlags,
  requireRulesInRounds,
  type RoundsFlags,
} from '../rounds-flags.js';
import { type Terminal } from '../terminal.js';
import { type ClaimFlags, findClaim, type FoundClaim, readAccountList, requireOneClaim } from '../trace-claim.js';

interface TraceFlags extends ReadingFlags, RoundsFlags, TraceLimits, ClaimFlags, KnownFlags {
  readonly out: string;
  readonly nameShare: number;
  readonly set?: ParameterChoices;
  readonly json?: true;
}

/** Transfers read for a trace: all of them, or those of the accounts that it reaches. */
type TraceReading = CommandReading & Partial<Pick<ReachedPart, 'engine' | 'whole'>>;

/** `illicit-flows trace`: where claimed value went, or what transfers were made of, by several rules side by side. */
export function addTraceCommand(program: Command, terminal: Terminal): void {
  const command = addKnownOptions(addReadingOptions(program.command('trace')))
    .description('follow value through mixed accounts by the rules that courts use, and write a folder with the result')
    .requiredOption('--out <dir>', 'new folder for the trace')
    .option('--from <account>', 'follow what this account paid out: ACCOUNT or INSTITUTION/ACCOUNT')
    .option('--from-file <list>', 'follow what these accounts paid out: a file with one account to a line')
    .option('--rows <file:line,...>', 'follow these transfers; backward: what they were made of')
    .option('--to <account>', 'list only this destination; backward: what came to it; may be repeated', repeated)
    .option('--direction <forward|backward>', 'follow time, or look back', oneOf(['forward', 'backward']), 'forward')
    .option(
      '--rules <rule,...>',
      `of ${TRACING_RULES.join(', ')} (default: the first five; backward: the first three)`,
      someOf(TRACING_RULES),
    )
    .option('--max-hops <n>', 'transfers from the claim on (default: no limit)', countingNumber)
    .option('--min-share <share>', 'forward: least share of the claim that a step carries on', share, 0)
    .option(
      '--max-wait <duration>',
      'forward: longest rest of value before it moves on, such as 72h (default: no limit)',
      parseDuration,
    )
    .option('--name-share <share>', 'least share of the claim that a named account carries', share, NAME_SHARE)
    .option(
      '--set <gathering.parameter=value>',
      'name fewer: a number that decides who may be named; may be repeated',
      collectSetting,
    )
    .option('--json', 'print the manifest and the trace as JSON');
  addRoundsOptions(command).action(async (files: string[], flags: TraceFlags) => {
    requireOneClaim(flags);
    requireRoundsFlags(flags);
    requireRulesInRounds(flags);
    await requireFreeFolder(flags.out);
    const gathering = settingsOf(GATHERING.id, flags.set);
    const guards = await readGuardLists(flags.guardList ?? []);
    const list = flags.fromFile === undefined ? undefined : await readAccountList(flags.fromFile);
    const { listener, clear } = createProgressLine();
    const read: TraceReading = await (flags.engine === 'memory'
      ? readForCommand(files, flags, listener)
      : readReached(files, flags, questionOfTrace(flags, list), { guards, listener }));
    const { reading, choices, engine, whole } = read;
    const found = findClaim(reading.ledger, flags, list, flags.map === LAKE_MAPPING ? [] : files);
    const { known, asked, choices: listed } = await findKnown(flags, guards, reading);
    const traceCase = protectTrace(makeTrace(reading.ledger, flags, found, listener), {
      to: typedTo(flags, found),
      nameShare: flags.nameShare,
      gathering,
      known: knownToEngine(flags.engine, known),
    });
    const manifest = {
      ...createTraceManifest(traceCase, reading, {
        ...traceChoices(flags, traceCase, found),
        ...listed,
        ...choices,
        ...(engine === undefined ? {} : { engine }),
      }),
      ...(whole === undefined ? {} : { ledger: whole }),
    };
    const document = mintTrace(traceCase, asked);
    await writeTrace(flags.out, { document, steps: traceSteps(traceCase), manifest });
    clear();
    if (flags.json === true) printJson(terminal, document, manifest);
    else terminal.print(describeTraceCase(traceCase, manifest, flags.out));
    if (found.unknownLines.length > 0) complainOfUnknown(terminal, found.unknownLines);
    answerForQuarantine(terminal, reading, flags.maxQuarantine, 'The trace was written; see manifest.json.');
  });
}

/** What was typed after `--to`, in that order: destinations, or looking back the accounts asked about. */
function typedTo({ direction }: TraceFlags, { claim, to }: FoundClaim): readonly Account[] | undefined {
  return direction === 'backward' && 'accounts' in claim ? claim.accounts : to;
}

function traceChoices(
  flags: TraceFlags,
  { trace }: TraceCase,
  { claim, to, unknownLines }: FoundClaim,
): Omit<TraceChoices, 'case' | 'guardLists'> {
  return {
    direction: flags.direction,
    rules: trace.rules,
    claim: {
      accounts: 'accounts' in claim ? claim.accounts.length : 0,
      rows: 'rows' in claim ? claim.rows.length : 0,
      unknownEntries: unknownLines.length,
    },
    to: to?.length ?? null,
    maxHops: flags.maxHops ?? null,
    minShare: flags.minShare,
    maxWait: flags.maxWait?.text ?? null,
  };
}

/** Prints what trace.json and manifest.json hold, as one JSON object. */
function printJson(terminal: Terminal, document: TraceDocument, manifest: TraceManifest): void {
  terminal.print(`{"manifest":${JSON.stringify(manifest)},\n"trace":`);
  for (const chunk of traceJsonText(document)) terminal.print(chunk);
  terminal.print('}\n');
}

function complainOfUnknown(terminal: Terminal, lines: readonly number[]): void {
  const shown = lines.slice(0, 10).join(', ');
  terminal.complain(
    `illicit-flows: ${lines.length} entries of the list are not in the data (line ${shown}${lines.length > 10 ? ', ...' : ''}).\n`,
  );
}

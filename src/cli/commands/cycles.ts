import { type Command } from 'commander';
import { GATHERING } from '../../disclosure/index.js';
import { defaultTies, type Ties, UsageError } from '../../foundation/index.js';
import { buildTemporalGraph } from '../../graph/index.js';
import { type ReadChoices } from '../../investigation/index.js';
import { countCyclesInParallel, requireFreeFolder } from '../../node/index.js';
import { countWindowCycles } from '../../trace/index.js';
import { countingNumber, oneOf } from '../argument-checks.js';
import { cyclesToJson, describeCycles } from '../describe-cycles.js';
import { readGuardLists } from '../guard-lists.js';
import { addKnownOptions } from '../known-accounts.js';
import { type CyclesToList, listCycles, type ListFlags, MAX_LISTED, requireListFlags } from '../list-cycles.js';
import { collectSetting, settingsOf } from '../parameter-setting.js';
import { type Duration, inLedgerTime, parseDuration } from '../parse-duration.js';
import { createProgressLine } from '../progress-line.js';
import { addReadingOptions, answerForQuarantine, readForCommand, type ReadingFlags } from '../reading-options.js';
import { type Terminal } from '../terminal.js';

interface CyclesFlags extends ReadingFlags, ListFlags {
  readonly window: Duration;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly ties?: Ties;
  readonly distinctTimes?: true;
  readonly orderFree?: true;
  readonly maxVisits?: number;
  readonly workers: number;
  readonly json?: true;
}

const TIES = ['strict', 'same-instant-allowed'] as const;

/** `illicit-flows cycles`: how many cycles there are, by length. */
export function addCyclesCommand(program: Command, terminal: Terminal): void {
  addKnownOptions(addReadingOptions(program.command('cycles')))
    .description('count the cycles along which money could have come back to where it started, by length, or list them')
    .requiredOption(
      '--window <duration>',
      'greatest time from first to last transfer, such as 12h or 7d',
      parseDuration,
    )
    .option('--min-length <n>', 'least number of transfers (default: 2)', countingNumber)
    .option('--max-length <n>', 'greatest number of transfers (default: no limit; 6 with --order-free)', countingNumber)
    .option('--ties <rule>', `transfers of one instant: ${TIES.join(' or ')} (default: by precision)`, oneOf(TIES))
    .option('--distinct-times', 'take transfers with the same payer, beneficiary and time for one')
    .option('--order-free', 'transfers may come in any order inside the window')
    .option(
      '--max-visits <n>',
      'steps of search after which the count is a lower bound (default: 1 billion; 300 million for a list and with --order-free)',
      countingNumber,
    )
    .option('--workers <n>', 'threads; the result is the same for any number', countingNumber, 1)
    .option('--out <dir>', 'new folder for a list: cycles.csv, cycle-steps.csv, manifest.json')
    .option('--max-listed <n>', `most cycles listed, the earliest first (default: ${MAX_LISTED})`, countingNumber)
    .option(
      '--set <gathering.parameter=value>',
      'name fewer: a number that decides who may be named; may be repeated',
      collectSetting,
    )
    .option('--json', 'print window, total, byLength and complete as JSON; counts beyond 2^53 as text')
    .action(async (files: string[], flags: CyclesFlags) => {
      requireSoundFlags(flags);
      if (flags.out !== undefined) await requireFreeFolder(flags.out);
      const guards = await readGuardLists(flags.guardList ?? []);
      const { listener, clear } = createProgressLine();
      const { reading, choices } = await readForCommand(files, flags, listener);
      const { ledger } = reading;
      const options = {
        window: inLedgerTime(flags.window, ledger.precision),
        ...(flags.minLength === undefined ? {} : { minLength: flags.minLength }),
        ...(flags.maxLength === undefined ? {} : { maxLength: flags.maxLength }),
        ...(flags.maxVisits === undefined ? {} : { maxVisits: flags.maxVisits }),
        distinctTimes: flags.distinctTimes === true,
      };
      const graph = buildTemporalGraph(ledger);
      const ties = flags.orderFree === true ? null : (flags.ties ?? defaultTies(ledger.precision));
      const count =
        ties === null
          ? countWindowCycles(graph, options)
          : await countCyclesInParallel(graph, { ...options, ties }, { workers: flags.workers, onProgress: listener });
      const asked = { ...settingsFor(flags), ties, ...choices };
      const manifest =
        flags.out === undefined
          ? undefined
          : await listCycles(flags.out, { graph, reading, count, choices: asked }, flags, guards);
      clear();
      const found = { count, window: flags.window.text, ties, manifest };
      terminal.print(flags.json === true ? cyclesToJson(found) : describeCycles(found, flags.out));
      answerForQuarantine(terminal, reading, flags.maxQuarantine, 'The cycles are those of the other records.');
    });
}

/** @throws UsageError `cycles-length`, `cycles-ties`, `cycles-out`, `unknown-parameter` before anything is read */
function requireSoundFlags(flags: CyclesFlags): void {
  const { minLength = 0, maxLength = Infinity } = flags;
  if (minLength > maxLength) {
    throw new UsageError('cycles-length', `Expected --min-length of at most --max-length but received ${minLength}`);
  }
  if (flags.orderFree === true && flags.ties !== undefined) {
    throw new UsageError('cycles-ties', 'Expected --ties or --order-free but received both: no order, no ties');
  }
  requireListFlags(flags);
  settingsOf(GATHERING.id, flags.set);
}

/** What was chosen, with the defaults that both the count and the list go by. */
function settingsFor({
  window,
  minLength = 2,
  maxLength,
  orderFree,
  distinctTimes,
  maxVisits,
}: CyclesFlags): Omit<CyclesToList['choices'], 'ties' | keyof ReadChoices> {
  return {
    window: window.text,
    minLength,
    maxLength: maxLength ?? (orderFree === true ? 6 : null),
    distinctTimes: distinctTimes === true,
    maxVisits: maxVisits ?? null,
  };
}

import { type Command } from 'commander';
import { defaultTies, type Ties, UsageError } from '../../foundation/index.js';
import { buildTemporalGraph } from '../../graph/index.js';
import { countCyclesInParallel } from '../../node/index.js';
import { countWindowCycles, type CycleCount } from '../../trace/index.js';
import { countingNumber, oneOf } from '../argument-checks.js';
import { type Duration, inLedgerTime, parseDuration } from '../parse-duration.js';
import { createProgressLine } from '../progress-line.js';
import { addReadingOptions, answerForQuarantine, readForCommand, type ReadingFlags } from '../reading-options.js';
import { terminalTable } from '../terminal-table.js';
import { type Terminal } from '../terminal.js';

interface CyclesFlags extends ReadingFlags {
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
  addReadingOptions(program.command('cycles'))
    .description('count the cycles along which money could have come back to where it started, by length')
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
      'steps of search after which the count is a lower bound (default: 1 billion; 300 million with --order-free)',
      countingNumber,
    )
    .option('--workers <n>', 'threads; the result is the same for any number', countingNumber, 1)
    .option('--json', 'print window, total, byLength and complete as JSON; counts beyond 2^53 as text')
    .action(async (files: string[], flags: CyclesFlags) => {
      const { minLength = 0, maxLength = Infinity } = flags;
      if (minLength > maxLength) {
        throw new UsageError(
          'cycles-length',
          `Expected --min-length of at most --max-length but received ${minLength}`,
        );
      }
      const { listener, clear } = createProgressLine();
      const { reading } = await readForCommand(files, flags, listener);
      clear();
      const { ledger } = reading;
      const options = {
        window: inLedgerTime(flags.window, ledger.precision),
        ...(flags.minLength === undefined ? {} : { minLength: flags.minLength }),
        ...(flags.maxLength === undefined ? {} : { maxLength: flags.maxLength }),
        ...(flags.maxVisits === undefined ? {} : { maxVisits: flags.maxVisits }),
        distinctTimes: flags.distinctTimes === true,
      };
      const graph = buildTemporalGraph(ledger);
      const ties = flags.ties ?? defaultTies(ledger.precision);
      if (flags.orderFree === true && flags.ties !== undefined) {
        throw new UsageError('cycles-ties', 'Expected --ties or --order-free but received both: no order, no ties');
      }
      const count =
        flags.orderFree === true
          ? countWindowCycles(graph, options)
          : await countCyclesInParallel(graph, { ...options, ties }, { workers: flags.workers });
      const kind = flags.orderFree === true ? 'in any order of time' : ORDER[ties];
      terminal.print(flags.json === true ? toJson(count, flags.window) : describe(count, flags.window, kind));
      answerForQuarantine(terminal, reading, flags.maxQuarantine, 'The cycles are those of the other records.');
    });
}

const ORDER: Readonly<Record<Ties, string>> = Object.freeze({
  strict: 'each transfer later than the one before',
  'same-instant-allowed': 'no transfer earlier than the one before',
});

/** One line of JSON. Counts are numbers; those that JSON readers would round are texts. */
function toJson({ total, byLength, complete, stoppedBy }: CycleCount, window: Duration): string {
  const exact = (count: bigint): number | string =>
    count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : String(count);
  return `${JSON.stringify({
    window: window.text,
    total: exact(total),
    byLength: Object.fromEntries(byLength.map(([length, cycles]) => [length, exact(cycles)])),
    complete,
    ...(stoppedBy === undefined ? {} : { stoppedBy }),
  })}\n`;
}

function describe(
  { total, byLength, complete, stoppedBy, cutRoots }: CycleCount,
  window: Duration,
  order: string,
): string {
  const lines = [`${total} cycles within ${window.text}, ${order}.`];
  if (byLength.length > 0) {
    const rows = byLength.map(([length, cycles]) => [String(length), String(cycles)]);
    lines.push('', terminalTable(['length', 'cycles'], rows));
  }
  if (!complete)
    lines.push('', `Incomplete: ${stoppedBy ?? ''}. At least so many; ${cutRoots} first transfers were cut short.`);
  lines.push('', 'A cycle says that money could have come back, not that it did.');
  return `${lines.join('\n')}\n`;
}

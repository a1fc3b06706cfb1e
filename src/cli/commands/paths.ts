import { type Command } from 'commander';
import { GATHERING, protectPaths } from '../../disclosure/index.js';
import { pathParty, routeRecords } from '../../export/index.js';
import { UsageError } from '../../foundation/index.js';
import { buildTemporalGraph } from '../../graph/index.js';
import { type ParameterChoices } from '../../investigation/index.js';
import { findRoutes, type PathOrder } from '../../trace/index.js';
import { countingNumber, oneOf } from '../argument-checks.js';
import { describePaths, PATHS_NOTICE } from '../describe-paths.js';
import { findAccount } from '../find-accounts.js';
import { type Duration, inLedgerTime, parseDuration } from '../parse-duration.js';
import { readGuardLists } from '../guard-lists.js';
import { addKnownOptions, findKnown, type KnownFlags } from '../known-accounts.js';
import { collectSetting, settingsOf } from '../parameter-setting.js';
import { createProgressLine } from '../progress-line.js';
import { addReadingOptions, answerForQuarantine, readForCommand, type ReadingFlags } from '../reading-options.js';
import { type Terminal } from '../terminal.js';

interface PathsFlags extends ReadingFlags, KnownFlags {
  readonly from: string;
  readonly to: string;
  readonly order: PathOrder;
  readonly count: number;
  readonly maxHops?: number;
  readonly maxWait?: Duration;
  readonly maxVisits?: number;
  readonly set?: ParameterChoices;
  readonly json?: true;
}

const ORDERS = ['earliest', 'fewest-hops', 'largest-bottleneck'] as const satisfies readonly PathOrder[];

/** `illicit-flows paths`: what connects two accounts. */
export function addPathsCommand(program: Command, terminal: Terminal): void {
  addKnownOptions(addReadingOptions(program.command('paths')))
    .description('find the best routes of transfers, in time order, from one account to another')
    .requiredOption('--from <account>', 'ACCOUNT or INSTITUTION/ACCOUNT')
    .requiredOption('--to <account>', 'ACCOUNT or INSTITUTION/ACCOUNT')
    .option(
      `--order <${ORDERS.join('|')}>`,
      'which paths are better; a route stands where its best path does',
      oneOf(ORDERS),
      'earliest',
    )
    .option('--count <k>', 'how many routes: paths over the same accounts are one', countingNumber, 3)
    .option('--max-hops <n>', 'greatest number of transfers (default: no limit)', countingNumber)
    .option('--max-wait <duration>', 'longest rest at an account on the way, such as 72h', parseDuration)
    .option('--max-visits <n>', 'steps of search after which it stops (default: 1 million)', countingNumber)
    .option(
      '--set <gathering.parameter=value>',
      'name fewer: a number that decides who may be named; may be repeated',
      collectSetting,
    )
    .option('--json', 'print the routes as JSON')
    .action(async (files: string[], flags: PathsFlags) => {
      const gathering = settingsOf(GATHERING.id, flags.set);
      const guards = await readGuardLists(flags.guardList ?? []);
      const { listener, clear } = createProgressLine();
      const { reading } = await readForCommand(files, flags, listener);
      const { ledger } = reading;
      const from = findAccount(ledger.accounts, flags.from, '--from');
      const to = findAccount(ledger.accounts, flags.to, '--to');
      if (from === to) {
        throw new UsageError('paths-ends', 'Expected two different accounts; for money that comes back see cycles');
      }
      const graph = buildTemporalGraph(ledger, { joinHolders: false });
      const found = findRoutes(
        graph,
        { from: [from], to: [to] },
        {
          order: flags.order,
          maxRoutes: flags.count,
          maxHops: flags.maxHops ?? Infinity,
          maxWait: flags.maxWait === undefined ? Infinity : inLedgerTime(flags.maxWait, ledger.precision),
          ...(flags.maxVisits === undefined ? {} : { maxVisits: flags.maxVisits }),
        },
      );
      const { known, choices } = await findKnown(flags, guards, reading);
      const best = found.items.map((route) => route.best);
      const names = protectPaths(graph, { from: [from], to: [to] }, best, { gathering, known });
      const ends = { from: pathParty(names, from), to: pathParty(names, to) };
      const paths = routeRecords(graph, found.items, names);
      const { complete, stoppedBy = null } = found;
      const { order } = flags;
      clear();
      terminal.print(
        flags.json === true
          ? `${JSON.stringify({ notice: PATHS_NOTICE, order, case: choices.case, ends, paths, complete, stoppedBy })}\n`
          : describePaths(paths, ends, { order, stoppedBy, withinCase: choices.case !== null }),
      );
      answerForQuarantine(terminal, reading, flags.maxQuarantine, 'Paths through these records were not looked for.');
    });
}

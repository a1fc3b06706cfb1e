import { type Command } from 'commander';
import { GATHERING, protectPaths } from '../../disclosure/index.js';
import { pathParty, routeRecords } from '../../export/index.js';
import { type ParameterChoices } from '../../investigation/index.js';
import { findRoutes, type PathOrder } from '../../trace/index.js';
import { countingNumber, oneOf } from '../argument-checks.js';
import { askRoutes, questionOfRoutes, type RoutesFlags } from '../ask-routes.js';
import { describePaths, PATHS_NOTICE, type PathsSearched } from '../describe-paths.js';
import { parseDuration } from '../parse-duration.js';
import { readGuardLists } from '../guard-lists.js';
import { addKnownOptions, findKnown, type FoundKnown, type KnownFlags } from '../known-accounts.js';
import { collectSetting, settingsOf } from '../parameter-setting.js';
import { createProgressLine } from '../progress-line.js';
import { readReached } from '../read-reached.js';
import { addReadingOptions, answerForQuarantine, readForCommand, type ReadingFlags } from '../reading-options.js';
import { addRoundsOptions, knownToEngine, requireRoundsFlags, type RoundsFlags } from '../rounds-flags.js';
import { type Terminal } from '../terminal.js';

interface PathsFlags extends ReadingFlags, RoundsFlags, RoutesFlags, KnownFlags {
  readonly set?: ParameterChoices;
  readonly json?: true;
}

const ORDERS = ['earliest', 'fewest-hops', 'largest-bottleneck'] as const satisfies readonly PathOrder[];

/** `illicit-flows paths`: what connects two accounts. */
export function addPathsCommand(program: Command, terminal: Terminal): void {
  const command = addKnownOptions(addReadingOptions(program.command('paths')))
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
    .option(
      '--max-wait <duration>',
      'longest rest at an account on the way, such as 72h (default: no limit)',
      parseDuration,
    )
    .option('--max-visits <n>', 'steps of search after which it stops (default: 1 million)', countingNumber)
    .option(
      '--set <gathering.parameter=value>',
      'name fewer: a number that decides who may be named; may be repeated',
      collectSetting,
    )
    .option('--json', 'print the routes as JSON');
  addRoundsOptions(command).action(async (files: string[], flags: PathsFlags) => {
    requireRoundsFlags(flags);
    const { order, engine } = flags;
    const gathering = settingsOf(GATHERING.id, flags.set);
    const guards = await readGuardLists(flags.guardList ?? []);
    const { listener, clear } = createProgressLine();
    const { reading } = await (engine === 'memory'
      ? readForCommand(files, flags, listener)
      : readReached(files, flags, questionOfRoutes(flags), { guards, listener }));
    const { graph, ends: asked, options } = askRoutes(reading.ledger, flags);
    const { items, complete, stoppedBy = null } = findRoutes(graph, asked, options);
    const { known, choices } = await findKnown(flags, guards, reading);
    const best = items.map((route) => route.best);
    const names = protectPaths(graph, asked, best, { gathering, known: knownToEngine(engine, known) });
    const ends = { from: pathParty(names, asked.from[0]), to: pathParty(names, asked.to[0]) };
    const paths = routeRecords(graph, items, names);
    const bounded = flags.maxHops !== undefined || flags.maxWait !== undefined;
    clear();
    terminal.print(
      flags.json === true
        ? `${JSON.stringify({ notice: PATHS_NOTICE, order, case: choices.case, ends, paths, complete, stoppedBy })}\n`
        : describePaths(paths, ends, { order, stoppedBy, named: whoIsNamed(choices, engine), bounded }),
    );
    answerForQuarantine(terminal, reading, flags.maxQuarantine, 'Paths through these records were not looked for.');
  });
}

function whoIsNamed({ case: asked }: FoundKnown['choices'], engine: RoundsFlags['engine']): PathsSearched['named'] {
  if (asked !== null) return 'operators';
  return engine === 'memory' ? 'by-data' : 'nobody';
}

import { type Command } from 'commander';
import { GATHERING, protectPaths } from '../../disclosure/index.js';
import { type PathParty, pathParty, type PathRecord, pathRecords } from '../../export/index.js';
import { UsageError } from '../../foundation/index.js';
import { buildTemporalGraph } from '../../graph/index.js';
import { type ParameterChoices } from '../../investigation/index.js';
import { findPaths, type PathOrder } from '../../trace/index.js';
import { countingNumber, oneOf } from '../argument-checks.js';
import { findAccount } from '../find-accounts.js';
import { type Duration, inLedgerTime, parseDuration } from '../parse-duration.js';
import { readGuardLists } from '../guard-lists.js';
import { addKnownOptions, findKnown, type KnownFlags } from '../known-accounts.js';
import { collectSetting, settingsOf } from '../parameter-setting.js';
import { createProgressLine } from '../progress-line.js';
import { addReadingOptions, answerForQuarantine, readForCommand, type ReadingFlags } from '../reading-options.js';
import { type Terminal } from '../terminal.js';
import { terminalTable } from '../terminal-table.js';

interface PathsFlags extends ReadingFlags, KnownFlags {
  readonly from: string;
  readonly to: string;
  readonly order: PathOrder;
  readonly count: number;
  readonly maxHops?: number;
  readonly maxWait?: Duration;
  readonly set?: ParameterChoices;
  readonly json?: true;
}

const ORDERS = ['earliest', 'fewest-hops', 'largest-bottleneck'] as const satisfies readonly PathOrder[];
const NOTICE =
  'A path is a way that money could have gone in time. It does not say that it did, or that the accounts know each other.';

/** `illicit-flows paths`: what connects two accounts. */
export function addPathsCommand(program: Command, terminal: Terminal): void {
  addKnownOptions(addReadingOptions(program.command('paths')))
    .description('find the best paths of transfers, in time order, from one account to another')
    .requiredOption('--from <account>', 'ACCOUNT or INSTITUTION/ACCOUNT')
    .requiredOption('--to <account>', 'ACCOUNT or INSTITUTION/ACCOUNT')
    .option(`--order <${ORDERS.join('|')}>`, 'which paths are better', oneOf(ORDERS), 'earliest')
    .option('--count <k>', 'how many paths', countingNumber, 3)
    .option('--max-hops <n>', 'greatest number of transfers (default: no limit)', countingNumber)
    .option('--max-wait <duration>', 'longest rest at an account on the way, such as 72h', parseDuration)
    .option(
      '--set <gathering.parameter=value>',
      'name fewer: a number that decides who may be named; may be repeated',
      collectSetting,
    )
    .option('--json', 'print the paths as JSON')
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
      const found = findPaths(
        graph,
        { from: [from], to: [to] },
        {
          order: flags.order,
          maxPaths: flags.count,
          maxHops: flags.maxHops ?? Infinity,
          maxWait: flags.maxWait === undefined ? Infinity : inLedgerTime(flags.maxWait, ledger.precision),
        },
      );
      const { known, case: asked } = await findKnown(flags, guards, reading);
      const names = protectPaths(graph, { from: [from], to: [to] }, found.items, { gathering, known });
      const ends = { from: pathParty(names, from), to: pathParty(names, to) };
      const paths = pathRecords(graph, found.items, names);
      const { complete, stoppedBy = null } = found;
      clear();
      terminal.print(
        flags.json === true
          ? `${JSON.stringify({ notice: NOTICE, order: flags.order, case: asked, ends, paths, complete, stoppedBy })}\n`
          : describePaths(paths, ends, { order: flags.order, stoppedBy, withinCase: asked !== null }),
      );
      answerForQuarantine(terminal, reading, flags.maxQuarantine, 'Paths through these records were not looked for.');
    });
}

function describePaths(
  paths: readonly PathRecord[],
  { from, to }: Readonly<Record<'from' | 'to', PathParty>>,
  {
    order,
    stoppedBy,
    withinCase,
  }: { readonly order: PathOrder; readonly stoppedBy: string | null; readonly withinCase: boolean },
): string {
  const ends = [
    ['--from', from.account, from.protection],
    ['--to', to.account, to.protection],
  ];
  const lines = paths.flatMap(({ departure, arrival, smallest, transfers }, i) => {
    const least = smallest.map(({ currency, amount }) => `${currency} ${amount}`).join('; ');
    return [
      `Path ${i + 1}: ${transfers.length} transfers, ${departure} to ${arrival}${least === '' ? '' : `, smallest ${least}`}`,
      terminalTable(
        ['time', 'from', 'to', 'amount', 'currency', 'where'],
        transfers.map(({ time, from, to, amount, currency, file, line }) => [
          time,
          from,
          to,
          amount ?? '',
          currency ?? '',
          `${file}:${line}`,
        ]),
      ),
      '',
    ];
  });
  if (paths.length === 0) lines.push('No path in time order connects them in these data.', '');
  if (stoppedBy !== null) lines.push(`Incomplete: stopped by ${stoppedBy}.`);
  const unnamed = [from, to].some(({ protection }) => protection !== 'named');
  lines.push(
    `Best first by ${order}. ${withinCase ? 'Accounts that are no operators of the case' : 'Accounts that may merely have paid'}` +
      ` are unnamed${unnamed ? ', also where they were typed' : ''}.`,
    NOTICE,
  );
  return `${[terminalTable(['typed', 'account', 'protection'], ends), '', ...lines].join('\n')}\n`;
}

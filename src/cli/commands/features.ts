import { type Command } from 'commander';
import { type ProgressListener, UsageError } from '../../foundation/index.js';
import {
  createFeatureManifest,
  type FeatureManifest,
  type GuardListUse,
  investigate,
  type MeasuredFeatures,
  measureFeatures,
} from '../../investigation/index.js';
import { type LedgerReading } from '../../ingest/index.js';
import { type FeatureFiles, featureFiles, requireFreeFiles, writeFeatures } from '../../node/index.js';
import { countingNumber } from '../argument-checks.js';
import { findGuarded, type NamedGuardList, readGuardLists } from '../guard-lists.js';
import { addJudgementOptions, type JudgementFlags, judgementOptions } from '../judgement-options.js';
import { createProgressLine } from '../progress-line.js';
import {
  addReadingOptions,
  answerForQuarantine,
  quarantineExitCode,
  readForCommand,
  type ReadingFlags,
} from '../reading-options.js';
import { type Terminal } from '../terminal.js';

interface FeaturesFlags extends ReadingFlags, JudgementFlags {
  readonly out: string;
  readonly transfers?: true;
  readonly nameOperators?: true;
  readonly json?: true;
}

/** `illicit-flows features`: the signs of every account, and of every transfer, as CSV with a dictionary. */
export function addFeaturesCommand(program: Command, terminal: Terminal): void {
  const command = addReadingOptions(program.command('features'))
    .description('write what is measured of every account as CSV with a dictionary; accounts are row numbers')
    .requiredOption('--out <file>', 'new CSV file; dictionary and manifest are written beside it')
    .option('--transfers', 'measure every transfer as well, into a file beside it')
    .option('--name-operators', 'judge the file as investigate does, and name the operators of its leads; nobody else');
  addJudgementOptions(command)
    .option('--workers <n>', 'threads that read large files; changes no result (default: 2)', countingNumber)
    .option('--json', 'print the manifest as JSON')
    .addHelpText('after', AFTER)
    .action(async (files: string[], flags: FeaturesFlags) => {
      requireSense(flags);
      const paths = featureFiles(flags.out, { transfers: flags.transfers === true });
      await requireFreeFiles(Object.values(paths).filter((path): path is string => path !== undefined));
      const lists = await readGuardLists(flags.guardList ?? []);
      const { listener, clear } = createProgressLine();
      const { reading, choices } = await readForCommand(files, flags, listener);
      const { measured, uses } = measure(reading, flags, { lists, listener });
      const manifest = createFeatureManifest(measured, reading, { ...choices, guardLists: uses });
      await writeFeatures(flags.out, measured, manifest);
      clear();
      const exitCode = quarantineExitCode(reading, flags.maxQuarantine);
      terminal.print(flags.json === true ? `${JSON.stringify({ exitCode, manifest })}\n` : describe(manifest, paths));
      answerForQuarantine(terminal, reading, flags.maxQuarantine, 'The features are those of the other records.');
    });
}

const AFTER = `
Without --name-operators nothing is judged and nobody is named: only --set features.NAME=VALUE has an effect.
Signs of accounts look at the whole file, also at what happened after a transfer: see the column "causal" of the dictionary.
`;

/** @throws UsageError `features-options` for options that would change nothing */
function requireSense({ nameOperators, seed, resolution, hubCap, guardList, set = {} }: FeaturesFlags): void {
  if (nameOperators === true) return;
  const idle = Object.entries({
    '--seed': seed,
    '--resolution': resolution,
    '--hub-cap': hubCap,
    '--guard-list': guardList,
  })
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);
  const others = Object.keys(set).filter((name) => name !== 'features');
  const first = idle[0] ?? (others[0] === undefined ? undefined : `--set ${others[0]}`);
  if (first === undefined) return;
  throw new UsageError('features-options', `Expected --name-operators beside ${first}: it decides only who is named`);
}

function measure(
  { ledger, telling }: Pick<LedgerReading, 'ledger' | 'telling'>,
  flags: FeaturesFlags,
  { lists, listener }: { readonly lists: readonly NamedGuardList[]; readonly listener: ProgressListener | undefined },
): { readonly measured: MeasuredFeatures; readonly uses: readonly GuardListUse[] } {
  const transfers = flags.transfers === true;
  if (flags.nameOperators !== true) {
    const parameters = flags.set?.['features'];
    listener?.({ stage: 'measuring', done: 0, total: undefined, unit: 'steps' });
    const measured = measureFeatures(ledger, { transfers, ...(parameters === undefined ? {} : { parameters }) });
    return { measured, uses: [] };
  }
  const { guardLists, uses } = findGuarded(ledger.accounts, lists, telling);
  const investigation = investigate(ledger, {
    guardLists,
    ...judgementOptions(flags),
    ...(listener === undefined ? {} : { onProgress: listener }),
  });
  listener?.({ stage: 'measuring', done: 0, total: undefined, unit: 'steps' });
  return { measured: measureFeatures(ledger, { transfers, investigation }), uses };
}

/** What a person sees at the end. */
function describe({ totals, results, missing, namedBy }: FeatureManifest, paths: FeatureFiles): string {
  const lines = [
    `Read ${totals.read} records: ${totals.accepted} accepted, ${totals.quarantined} quarantined, ${totals.skipped} skipped.`,
    `${results.accounts} accounts in ${results.transfers} transfers were measured.`,
  ];
  if (missing.length > 0) lines.push(`Every sign is missing: the data lacks ${missing.join(', ')}.`);
  lines.push(
    namedBy === null
      ? 'Accounts are row numbers; nobody is named.'
      : `Accounts are row numbers; ${results.named} operators of leads are named, and nobody else.`,
    'A sign is no finding: alone it says nothing about an account.',
    '',
    `Wrote ${paths.accounts}${paths.transfers === undefined ? '' : `, ${paths.transfers}`}.`,
    `${paths.dictionary} says what each column is; ${paths.manifest} how they came about.`,
  );
  return `${lines.join('\n')}\n`;
}

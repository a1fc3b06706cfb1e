import { InvalidArgumentError, type Command } from 'commander';
import { formatScore, formatSums } from '../../export/index.js';
import { createManifest, investigate, type Investigation, type Manifest } from '../../investigation/index.js';
import { type AuditEvent, readTransactions, requireFreeFolder, writeCase } from '../../node/index.js';
import { EXIT } from '../exit-codes.js';
import { loadMapping } from '../load-mapping.js';
import { createProgressLine } from '../progress-line.js';
import { terminalTable } from '../terminal-table.js';
import { wholeNumber } from './simulate.js';
import { type Terminal } from '../terminal.js';

interface InvestigateFlags {
  readonly map: string;
  readonly out: string;
  readonly seed: number;
  readonly resolution: number;
  readonly hubCap?: number;
  readonly duplicates: string;
  readonly reader: string;
  readonly maxQuarantine: number;
  readonly json?: true;
}

const DUPLICATES = ['keep', 'drop'] as const;
const READERS = ['auto', 'papa', 'bytes'] as const;

/** `illicit-flows investigate`: CSV in, case folder out. */
export function addInvestigateCommand(program: Command, terminal: Terminal): void {
  program
    .command('investigate')
    .description('read transaction files and write a case folder with leads and their evidence')
    .argument('<files...>', 'CSV files, plain or .gz; several become one ledger')
    .requiredOption('--map <preset|file>', 'how to read them: a preset, or a JSON mapping (see inspect)')
    .requiredOption('--out <dir>', 'new folder for the case')
    .option('--seed <n>', 'same input, options and seed give the same bytes', wholeNumber, 1)
    .option('--resolution <x>', 'above 1 finds smaller groups', positiveNumber, 1)
    .option('--hub-cap <n>', 'set aside accounts with more counterparties (default: a tenth, 400 to 1000)', wholeNumber)
    .option('--duplicates <keep|drop>', 'what to do with exact duplicates', oneOf(DUPLICATES), 'keep')
    .option('--reader <auto|papa|bytes>', 'which of the two readers to use', oneOf(READERS), 'auto')
    .option('--max-quarantine <share>', 'share of records that may be quarantined before exit code 2', share, 0.05)
    .option('--json', 'print the manifest and the leads as JSON')
    .action(async (files: string[], flags: InvestigateFlags) => {
      const audit: { time: string; event: AuditEvent }[] = [];
      const record = (event: AuditEvent): void => void audit.push({ time: new Date().toISOString(), event });
      await requireFreeFolder(flags.out);
      const mapping = await loadMapping(flags.map);
      const { listener, clear } = createProgressLine();
      const progress = listener === undefined ? {} : { onProgress: listener };
      const choices = {
        mapping,
        duplicates: flags.duplicates as (typeof DUPLICATES)[number],
        reader: flags.reader as (typeof READERS)[number],
      };
      record({ event: 'started', files: files.length, seed: flags.seed });
      const read = await readTransactions(files, { ...choices, ...progress });
      for (const { name, sha256, read: records, accepted, quarantined, skipped } of read.files) {
        record({ event: 'read', name, sha256, read: records, accepted, quarantined, skipped });
      }
      const investigation = investigate(read.ledger, {
        seed: flags.seed,
        resolution: flags.resolution,
        ...(flags.hubCap === undefined ? {} : { hubDegreeCap: flags.hubCap }),
        ...progress,
      });
      const manifest = createManifest(investigation, read, choices);
      for (const entry of manifest.notEvaluable) record({ event: 'notEvaluable', ...entry });
      record({ event: 'investigated', ...manifest.results });
      await writeCase(flags.out, investigation.caseFile, { quarantine: read.quarantine, manifest, audit });
      clear();
      const exitCode = quarantineExitCode(manifest, flags.maxQuarantine);
      terminal.print(
        flags.json === true
          ? `${JSON.stringify({ exitCode, manifest, clusters: summarise(investigation) })}\n`
          : describeCase(investigation, manifest, flags.out),
      );
      if (exitCode !== EXIT.done) {
        const { quarantined, read: records } = manifest.totals;
        terminal.complain(
          `illicit-flows: ${quarantined} of ${records} records were quarantined, more than --max-quarantine ` +
            `${flags.maxQuarantine} allows. The case was written; see quarantine.csv.\n`,
        );
      }
      terminal.exitCode = exitCode;
    });
}

function quarantineExitCode({ totals }: Manifest, allowedShare: number): number {
  return totals.quarantined > allowedShare * totals.read ? EXIT.quarantine : EXIT.done;
}

function summarise({ clusters }: Investigation): Record<string, unknown>[] {
  return clusters.map((cluster) => ({
    cluster: cluster.id,
    level: cluster.level,
    score: cluster.score.total,
    operators: cluster.operators.length,
    protectedPayers: cluster.payers.count,
    transfers: cluster.transferCount,
    typologies: cluster.typologies,
  }));
}

/** What a person sees at the end: the leads, what was read, what was not, and what to open. */
function describeCase({ clusters, caseFile }: Investigation, manifest: Manifest, out: string): string {
  const { totals, results } = manifest;
  const lines = [
    `Read ${totals.read} records: ${totals.accepted} accepted, ${totals.quarantined} quarantined, ${totals.skipped} skipped.`,
    `${manifest.ledger.transfers} transfers between ${manifest.ledger.accounts} accounts; ${results.findings} findings ` +
      `(${results.explained} explained by an innocent alternative), ${results.hubsSetAside} hubs set aside (see clusters.json).`,
  ];
  for (const { typology, missing } of caseFile.notEvaluable) {
    lines.push(`Not evaluable: ${typology} (the data lacks ${missing.join(', ')}).`);
  }
  for (const stop of caseFile.incomplete) lines.push(`Incomplete: ${stop}.`);
  lines.push('');
  if (clusters.length === 0) lines.push('No leads. Absence of findings is not absence of smuggling.');
  else {
    lines.push(
      `${clusters.length} leads, strongest first. A lead needs review by a person; it is not evidence of guilt.`,
      '',
      terminalTable(
        ['lead', 'level', 'score', 'operators', 'payers', 'transfers', 'paid in', 'patterns'],
        clusters.map((c) => [
          c.id,
          c.level,
          formatScore(c.score.total),
          String(c.operators.length),
          String(c.payers.count),
          String(c.transferCount),
          formatSums(c.paidIn),
          c.typologies.join(' '),
        ]),
      ),
      '',
      'Payers are protected: they are counted, never named.',
    );
  }
  lines.push(
    '',
    `Case written to ${out}. Open clusters.csv for the leads, accounts.csv for the accounts behind them,`,
    'findings.csv for the reasons, evidence.csv for the file and line of every transfer that proves them,',
    'and quarantine.csv for the records that could not be read.',
  );
  return `${lines.join('\n')}\n`;
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('Expected a number above 0.');
  return value;
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('Expected a share from 0 to 1.');
  return value;
}

function oneOf<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const choice = choices.find((known) => known === text);
    if (choice === undefined) throw new InvalidArgumentError(`Expected one of ${choices.join(', ')}.`);
    return choice;
  };
}

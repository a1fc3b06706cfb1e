import { type Command } from 'commander';
import { formatScore, formatSums } from '../../export/index.js';
import { createManifest, investigate, type Investigation, type Manifest } from '../../investigation/index.js';
import { type AuditEvent, requireFreeFolder, writeCase } from '../../node/index.js';
import { countingNumber, positiveNumber, repeated, wholeNumber } from '../argument-checks.js';
import { describeGuardLists, findGuarded, readGuardLists } from '../guard-lists.js';
import { createProgressLine } from '../progress-line.js';
import {
  addReadingOptions,
  answerForQuarantine,
  quarantineExitCode,
  readForCommand,
  type ReadingFlags,
} from '../reading-options.js';
import { terminalTable } from '../terminal-table.js';
import { type Terminal } from '../terminal.js';

interface InvestigateFlags extends ReadingFlags {
  readonly out: string;
  readonly seed: number;
  readonly resolution: number;
  readonly hubCap?: number;
  readonly guardList?: readonly string[];
  readonly json?: true;
}

/** `illicit-flows investigate`: CSV in, case folder out. */
export function addInvestigateCommand(program: Command, terminal: Terminal): void {
  addReadingOptions(program.command('investigate'))
    .description('read transaction files and write a case folder with leads and their evidence')
    .requiredOption('--out <dir>', 'new folder for the case')
    .option('--seed <n>', 'same input, options and seed give the same bytes', wholeNumber, 1)
    .option('--resolution <x>', 'above 1 finds smaller groups', positiveNumber, 1)
    .option('--hub-cap <n>', 'set aside accounts with more counterparties (default: a tenth, 400 to 1000)', wholeNumber)
    .option(
      '--guard-list <file>',
      'accounts you vouch for, never listed: CSV institution,account,kind (registered-body or licensed-remitter); may be repeated',
      repeated,
    )
    .option('--workers <n>', 'threads that read large files; changes no result (default: 2)', countingNumber)
    .option('--json', 'print the manifest and the leads as JSON')
    .action(async (files: string[], flags: InvestigateFlags) => {
      const audit: { time: string; event: AuditEvent }[] = [];
      const record = (event: AuditEvent): void => void audit.push({ time: new Date().toISOString(), event });
      await requireFreeFolder(flags.out);
      const lists = await readGuardLists(flags.guardList ?? []);
      const { listener, clear } = createProgressLine();
      record({ event: 'started', files: files.length, seed: flags.seed });
      const { reading: read, choices } = await readForCommand(files, flags, listener);
      for (const { name, sha256, read: records, accepted, quarantined, skipped } of read.files) {
        record({ event: 'read', name, sha256, read: records, accepted, quarantined, skipped });
      }
      const { guardLists, uses } = findGuarded(read.ledger.accounts, lists);
      for (const use of uses) record({ event: 'guardList', ...use });
      const investigation = investigate(read.ledger, {
        guardLists,
        seed: flags.seed,
        resolution: flags.resolution,
        ...(flags.hubCap === undefined ? {} : { hubDegreeCap: flags.hubCap }),
        ...(listener === undefined ? {} : { onProgress: listener }),
      });
      const manifest = createManifest(investigation, read, { ...choices, guardLists: uses });
      for (const entry of manifest.notEvaluable) record({ event: 'notEvaluable', ...entry });
      if (uses.length > 0) record({ event: 'guarded', ...investigation.guarded });
      record({ event: 'investigated', ...manifest.results });
      await writeCase(flags.out, investigation.caseFile, { quarantine: read.quarantine, manifest, audit });
      clear();
      const exitCode = quarantineExitCode(manifest.totals, flags.maxQuarantine);
      terminal.print(
        flags.json === true
          ? `${JSON.stringify({ exitCode, manifest, clusters: summarise(investigation) })}\n`
          : describeCase(investigation, manifest, flags.out),
      );
      answerForQuarantine(terminal, manifest.totals, flags.maxQuarantine, 'The case was written; see quarantine.csv.');
    });
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
  for (const { name, accepted, notes } of manifest.inputs) {
    if (accepted === 0) lines.push(`Nothing was accepted from ${[name, ...notes].join('; ')}.`);
  }
  lines.push(...describeGuardLists(manifest));
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

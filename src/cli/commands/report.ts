import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command } from 'commander';
import { InputError, VERSION } from '../../foundation/index.js';
import { readCaseDocument, requireFreeFolder, writeReport } from '../../node/index.js';
import { type ReportRun } from '../../report/index.js';
import { reportRunSchema } from '../report-run-schema.js';
import { type Terminal } from '../terminal.js';

/** `illicit-flows report`: the page of a case on disk, made again from its document. */
export function addReportCommand(program: Command, terminal: Terminal): void {
  program
    .command('report')
    .description('make report.html and report.md of a case again, from its case.json and manifest.json')
    .argument('<case>', 'folder that investigate or redact wrote')
    .requiredOption('--out <dir>', 'new folder for the two files')
    .action(async (folder: string, { out }: { readonly out: string }) => {
      await requireFreeFolder(out);
      const document = await readCaseDocument(folder);
      const run = document.redaction === undefined ? await readRun(folder) : RUN_NOT_PASSED_ON;
      await writeReport(out, document, run);
      terminal.print(
        `Report written to ${out}. Open report.html; it needs no network. report.md is the same in words.\n`,
      );
    });
}

/** A redacted case has no manifest: names and hashes of files would tell whose they are. */
const RUN_NOT_PASSED_ON: ReportRun = {
  version: VERSION,
  options: { seed: 1 },
  totals: { read: 0, accepted: 0, quarantined: 0, skipped: 0 },
  inputs: [],
};

async function readRun(folder: string): Promise<ReportRun> {
  const path = join(folder, 'manifest.json');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new InputError('case-unreadable', `Expected a case folder with manifest.json at ${path}`, { cause });
  });
  try {
    return reportRunSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected ${path} to be the manifest of a case`, { cause });
  }
}

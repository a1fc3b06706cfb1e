import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command } from 'commander';
import { type TraceDocument } from '../../disclosure/index.js';
import { InputError, VERSION } from '../../foundation/index.js';
import { hashCase, readCaseDocument, readTraceDocument, requireFreeFolder, writeReport } from '../../node/index.js';
import { type ReportRun, requireTraceOfCase } from '../../report/index.js';
import { repeated } from '../argument-checks.js';
import { reportRunSchema } from '../report-run-schema.js';
import { type Terminal } from '../terminal.js';

interface ReportFlags {
  readonly out: string;
  readonly trace?: readonly string[];
}

/** `illicit-flows report`: the page of a case on disk, made again from its document. */
export function addReportCommand(program: Command, terminal: Terminal): void {
  program
    .command('report')
    .description('make report.html and report.md of a case again, from its case.json and manifest.json')
    .argument('<case>', 'folder that investigate or redact wrote')
    .requiredOption('--out <dir>', 'new folder for the two files')
    .option('--trace <dir>', 'show a trace made with --case of exactly this case; may be repeated', repeated)
    .action(async (folder: string, { out, trace = [] }: ReportFlags) => {
      await requireFreeFolder(out);
      const document = await readCaseDocument(folder);
      const run = document.redaction === undefined ? await readRun(folder) : RUN_NOT_PASSED_ON;
      await writeReport(out, document, { ...run, traces: await readTraces(folder, trace) });
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

/** @throws InputError `trace-unreadable`, `trace-without-case`, `trace-other-case` */
async function readTraces(folder: string, paths: readonly string[]): Promise<TraceDocument[]> {
  if (paths.length === 0) return [];
  const sha256 = await hashCase(folder);
  const traces = await Promise.all(paths.map(readTraceDocument));
  for (const trace of traces) requireTraceOfCase(trace, sha256);
  return traces;
}

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

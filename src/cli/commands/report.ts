import { type Command } from 'commander';
import { type TraceDocument } from '../../disclosure/index.js';
import {
  hashCase,
  readCaseDocument,
  readTraceDocument,
  requireFreeFolder,
  requireReviews,
  writeReport,
} from '../../node/index.js';
import { requireTraceOfCase } from '../../report/index.js';
import { repeated } from '../argument-checks.js';
import { readCaseRun } from '../case-run.js';
import { type Terminal } from '../terminal.js';

interface ReportFlags {
  readonly out: string;
  readonly trace?: readonly string[];
}

/** `illicit-flows report`: the page of a case on disk, made again from its document. */
export function addReportCommand(program: Command, terminal: Terminal): void {
  program
    .command('report')
    .description(
      'make report.html and report.md of a case again, from its case.json and manifest.json, with its reviews',
    )
    .argument('<case>', 'folder that investigate or redact wrote')
    .requiredOption('--out <dir>', 'new folder for the two files')
    .option('--trace <dir>', 'show a trace made with --case of exactly this case; may be repeated', repeated)
    .action(async (folder: string, { out, trace = [] }: ReportFlags) => {
      await requireFreeFolder(out);
      const document = await readCaseDocument(folder);
      const run = await readCaseRun(folder, document);
      const reviews = await requireReviews(folder);
      await writeReport(out, document, { ...run, traces: await readTraces(folder, trace), reviews });
      terminal.print(
        `Report written to ${out}. Open report.html; it needs no network. report.md is the same in words.\n`,
      );
    });
}

/** @throws InputError `trace-unreadable`, `trace-without-case`, `trace-other-case` */
async function readTraces(folder: string, paths: readonly string[]): Promise<TraceDocument[]> {
  if (paths.length === 0) return [];
  const sha256 = await hashCase(folder);
  const traces = await Promise.all(paths.map(readTraceDocument));
  for (const trace of traces) requireTraceOfCase(trace, sha256);
  return traces;
}

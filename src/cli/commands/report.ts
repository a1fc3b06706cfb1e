import { type Command } from 'commander';
import { readCaseDocument, requireFreeFolder, writeReport } from '../../node/index.js';
import { readCaseRun } from '../case-run.js';
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
      await writeReport(out, document, await readCaseRun(folder, document));
      terminal.print(
        `Report written to ${out}. Open report.html; it needs no network. report.md is the same in words.\n`,
      );
    });
}

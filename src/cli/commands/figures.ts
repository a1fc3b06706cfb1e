import { join } from 'node:path';
import { type Command } from 'commander';
import { FIGURES_FOLDER, readCaseDocument, writeFigures, type WrittenFigures } from '../../node/index.js';
import { readCaseRun } from '../case-run.js';
import { EXIT } from '../exit-codes.js';
import { type Terminal } from '../terminal.js';

interface FiguresFlags {
  readonly lead?: readonly string[];
  readonly out?: string;
  readonly png?: true;
  readonly json?: true;
}

/** `illicit-flows figures`: pictures of a case for print. */
export function addFiguresCommand(program: Command, terminal: Terminal): void {
  program
    .command('figures')
    .description('draw flow, time, map and score of each lead as SVG for print, with title, legend, source and caution')
    .argument('<case>', 'folder that investigate or redact wrote')
    .option('--lead <ids...>', 'only these leads, such as C001 C002 (default: the 20 strongest)')
    .option('--out <dir>', 'folder for the figures (default: figures in the case)')
    .option('--png', 'also as PNG; needs the package @resvg/resvg-js, which is not installed with this one')
    .option('--json', 'print what was written as JSON')
    .action(async (folder: string, { lead, out = join(folder, FIGURES_FOLDER), png, json }: FiguresFlags) => {
      const document = await readCaseDocument(folder);
      const drawn = await writeFigures(out, document, await readCaseRun(folder, document), {
        png: png === true,
        ...(lead === undefined ? {} : { leads: lead }),
      });
      terminal.print(json === true ? `${JSON.stringify({ exitCode: EXIT.done, ...drawn })}\n` : describe(drawn, out));
    });
}

function describe({ written, kept, leftOut, leadsLeftOut }: WrittenFigures, out: string): string {
  const lines = [
    `Figures written to ${out}: ${written.length}${kept === 0 ? '' : `; there already: ${kept}`}.`,
    ...leftOut.map(({ name, reason }) => `Not drawn: ${name} (${reason}).`),
    ...(leadsLeftOut === 0 ? [] : [`${leadsLeftOut} weaker leads were not drawn; --lead draws them.`]),
    'Leads, not proof: they need review by a person. Payers are counted, never named.',
  ];
  return `${lines.join('\n')}\n`;
}

import { type Command } from 'commander';
import { showInvisible } from '../../export/index.js';
import { type Inspection } from '../../ingest/index.js';
import { inspectFile } from '../../node/index.js';
import { type Terminal } from '../terminal.js';

/** More columns than this are only counted. */
const MAX_COLUMNS = 60;

/** `illicit-flows inspect`: proposes a mapping for a file and states its doubts. */
export function addInspectCommand(program: Command, terminal: Terminal): void {
  program
    .command('inspect')
    .description('look at the beginning of a file: propose a mapping and say what is in doubt')
    .argument('<file>', 'CSV, XLSX, camt, MT940, JSON or Parquet, plain or packed; - is stdin')
    .option('--json', 'print the inspection as JSON')
    .option('--sheet <name>', 'look at this sheet of a workbook')
    .action(async (file: string, flags: { readonly json?: true; readonly sheet?: string }) => {
      const inspection = await inspectFile(file, { sheet: flags.sheet });
      terminal.print(flags.json === true ? `${JSON.stringify(inspection)}\n` : describe(inspection));
    });
}

/** The proposal for a person: how to call investigate, or the mapping to save and correct, and every doubt. */
function describe(inspection: Inspection): string {
  const { name, format, sheets, encoding, delimiter, columns, preset, layout, mapping, doubts } = inspection;
  const form =
    format === 'text'
      ? `${encoding}, delimiter ${JSON.stringify(delimiter)}`
      : [format, encoding, sheets.map(showInvisible).join(' | ').slice(0, 200)]
          .filter((part) => part !== '')
          .join(', ');
  const lines = [
    `${showInvisible(name)}: ${form}, ${columns.length} columns`,
    ...columns.slice(0, MAX_COLUMNS).map((column, i) => `  ${i + 1}  ${showInvisible(column).slice(0, 80)}`),
  ];
  if (columns.length > MAX_COLUMNS) lines.push(`  ... and ${columns.length - MAX_COLUMNS} more`);
  if (preset !== undefined) lines.push(`Fits the preset ${preset} (layout ${layout ?? ''}): use --map ${preset}`);
  else if (mapping !== undefined) {
    lines.push('No preset fits. A proposal: save it as mapping.json, correct it, use --map mapping.json');
    lines.push(JSON.stringify(mapping, undefined, 2));
  } else lines.push('No preset fits, and payer, beneficiary or time were not recognised. Write a mapping by hand.');
  if (doubts.length > 0) lines.push('In doubt:', ...doubts.map((doubt) => `  - ${showInvisible(doubt)}`));
  return `${lines.join('\n')}\n`;
}

import { writeFile } from 'node:fs/promises';
import { type Command } from 'commander';
import { showInvisible } from '../../export/index.js';
import { InputError } from '../../foundation/index.js';
import { type Inspection } from '../../ingest/index.js';
import { inspectFile } from '../../node/index.js';
import { type Terminal } from '../terminal.js';

/** More columns than this are only counted. */
const MAX_COLUMNS = 60;

interface InspectFlags {
  readonly json?: true;
  readonly sheet?: string;
  readonly write?: string;
}

/** `illicit-flows inspect`: proposes a mapping for a file, reads the beginning with it, and states its doubts. */
export function addInspectCommand(program: Command, terminal: Terminal): void {
  program
    .command('inspect')
    .description('look at the beginning of a file: propose a mapping, read with it and say what is in doubt')
    .argument('<file>', 'CSV, XLSX, camt, MT940, JSON or Parquet, plain or packed; - is stdin')
    .option('--json', 'print the inspection as JSON')
    .option('--sheet <name>', 'look at this sheet of a workbook')
    .option('--write <file>', 'write the proposed mapping to a new file')
    .action(async (file: string, flags: InspectFlags) => {
      const inspection = await inspectFile(file, { sheet: flags.sheet });
      if (flags.write !== undefined) await writeProposal(inspection, flags.write);
      terminal.print(flags.json === true ? `${JSON.stringify(inspection)}\n` : describe(inspection, flags.write));
    });
}

/** @throws InputError `output-unwritable`, also for a file that is there; `proposal-missing` */
async function writeProposal({ name, mapping, preset }: Inspection, path: string): Promise<void> {
  if (preset !== undefined) return;
  if (mapping === undefined) throw new InputError('proposal-missing', `Expected to propose a mapping for ${name}`);
  try {
    await writeFile(path, `${JSON.stringify(mapping, undefined, 2)}\n`, { flag: 'wx' });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? 'an error';
    const answer = code === 'EEXIST' ? 'it is there, and is not overwritten' : `the system answered ${code}`;
    throw new InputError('output-unwritable', `Expected to write ${path} but ${answer}`, { cause });
  }
}

/** The proposal for a person: how to call investigate, or the mapping to save and correct, and every doubt. */
function describe(inspection: Inspection, written: string | undefined): string {
  const { name, format, sheets, encoding, delimiter, columns, preset, layout, mapping, sample, doubts } = inspection;
  const form =
    format === 'text'
      ? `${encoding}${columns.length > 1 ? `, delimiter ${JSON.stringify(delimiter)}` : ''}`
      : [format, encoding, sheets.map(showInvisible).join(' | ').slice(0, 200)]
          .filter((part) => part !== '')
          .join(', ');
  const lines = [
    `${showInvisible(name)}: ${form}, ${columns.length} columns`,
    ...columns.slice(0, MAX_COLUMNS).map((column, i) => `  ${i + 1}  ${showInvisible(column).slice(0, 80)}`),
  ];
  if (columns.length > MAX_COLUMNS) lines.push(`  ... and ${columns.length - MAX_COLUMNS} more`);
  if (preset !== undefined) {
    lines.push(`Fits the preset ${preset} (layout ${layout ?? ''}): use --map ${preset}`);
    if (written !== undefined) lines.push('Nothing was written: a preset needs no mapping.');
  } else if (mapping !== undefined) {
    lines.push(
      written === undefined
        ? 'No preset fits. A proposal: save it (--write mapping.json), correct it, use --map mapping.json'
        : `No preset fits. A proposal was written to ${showInvisible(written)}: correct it and use it with --map`,
      ...(written === undefined ? [JSON.stringify(mapping, undefined, 2)] : []),
    );
  } else
    lines.push(
      'No preset fits, and no transfers were recognised: see below. Write a mapping by hand if there are any.',
    );
  if (sample !== undefined) lines.push(...describeSample(sample));
  else if (mapping !== undefined) lines.push('The sample was not read: the proposal is not complete, or not readable.');
  if (doubts.length > 0) lines.push('In doubt:', ...doubts.map((doubt) => `  - ${showInvisible(doubt)}`));
  return `${lines.join('\n')}\n`;
}

/** `198 of 200 rows read` with the reasons, and the first transfers without anybody's name. */
function describeSample({ rows, accepted, leftOut, refused, transfers }: NonNullable<Inspection['sample']>): string[] {
  const codes = refused.map(({ code, count }) => `${count} ${code}`).join(', ');
  const left = leftOut === 0 ? '' : `, ${leftOut} left out by the mapping`;
  return [
    `Of the beginning ${accepted} of ${rows} rows read${left}${codes === '' ? '' : `; not read: ${codes}`}`,
    ...transfers.map((t) => showInvisible(`  ${t.time}  ${t.payer} -> ${t.beneficiary}  ${t.amount}`)),
  ];
}

import { basename, dirname } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { type Command } from 'commander';
import { EXPORT_FORMATS, exportCase, type ExportFormat, isFolderFormat, showInvisible } from '../../export/index.js';
import {
  readCaseDocument,
  readSchemaText,
  requireFreeFiles,
  requireFreeFolder,
  writeFiles,
  writeFolder,
  type WrittenFile,
} from '../../node/index.js';
import { oneOf } from '../argument-checks.js';
import { EXIT } from '../exit-codes.js';
import { type Terminal } from '../terminal.js';

interface ExportFlags {
  readonly to: ExportFormat;
  readonly out: string;
  readonly lead?: string;
  readonly schema?: string;
  readonly json?: true;
}

/** `illicit-flows export`: a case on disk, for other tools. */
export function addExportCommand(program: Command, terminal: Terminal): void {
  program
    .command('export')
    .description('write a case for another tool: operators one by one, everybody else in groups')
    .argument('<case>', 'case folder with case.json')
    .requiredOption(`--to <${EXPORT_FORMATS.join('|')}>`, 'format', oneOf(EXPORT_FORMATS))
    .requiredOption('--out <path>', 'new file; new folder for neo4j and goaml')
    .option('--lead <id>', 'only this lead, such as C001 (default: all)')
    .option(
      '--schema <file>',
      'goaml: the XSD of your own unit, whose order, required elements and values the drafts follow',
    )
    .option('--json', 'print what was written as JSON')
    .addHelpText('after', AFTER)
    .action(async (folder: string, { to, out, lead, schema, json }: ExportFlags) => {
      await (isFolderFormat(to) ? requireFreeFolder(out) : requireFreeFiles([out]));
      const document = await readCaseDocument(folder);
      const text = schema === undefined ? undefined : await readSchemaText(schema);
      const { files, ...counts } = exportCase(document, to, {
        deflate: deflateRawSync,
        ...(lead === undefined ? {} : { lead }),
        ...(schema === undefined || text === undefined ? {} : { schema: { name: basename(schema), text } }),
      });
      const written = isFolderFormat(to)
        ? await writeFolder(out, files)
        : await writeFiles(
            dirname(out),
            files.map(({ chunks }) => ({ name: basename(out), chunks })),
          );
      terminal.print(
        json === true
          ? `${JSON.stringify({ exitCode: EXIT.done, format: to, ...counts, files: written })}\n`
          : describe({ to, out, written, ...counts, ...(schema === undefined ? {} : { schema: basename(schema) }) }),
      );
    });
}

const AFTER = `
Nothing is in an export that is not in the case. See docs/exports.md for which tool opens which format.
`;

interface Exported {
  readonly to: ExportFormat;
  readonly out: string;
  readonly written: readonly WrittenFile[];
  readonly leads: number;
  readonly operators: number;
  readonly groups: number;
  readonly transfers: number;
  /** Name of the schema that drafts follow. */
  readonly schema?: string;
}

/** What a person sees at the end. */
function describe({ to, out, written, leads, operators, groups, transfers, schema }: Exported): string {
  const lines = [
    `Leads: ${leads}, operators: ${operators}, transfers: ${transfers}; everybody else is in groups: ${groups}.`,
    `Wrote ${out}${isFolderFormat(to) ? ` with ${written.map(({ name }) => name).join(', ')}` : ''}.`,
    ...(to === 'goaml' ? ['These are drafts: nothing was filed. goaml-missing.txt says what is missing.'] : []),
    ...(schema === undefined ? [] : [`These drafts follow ${showInvisible(schema)}, as far as it was read.`]),
    'Leads, not proof: they need review by a person.',
  ];
  return `${lines.join('\n')}\n`;
}

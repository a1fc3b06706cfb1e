import { type Command } from 'commander';
import { REDACTION_LEVELS, redactCase, type RedactedCase, type RedactionLevel } from '../../disclosure/index.js';
import { readCaseDocument, readRedactionKey, requireFreeFolder, writeRedactedCase } from '../../node/index.js';
import { oneOf } from '../argument-checks.js';
import { type Terminal } from '../terminal.js';

interface RedactFlags {
  readonly key: string;
  readonly level: RedactionLevel;
  readonly out: string;
  readonly json?: true;
}

/** `illicit-flows redact`: a case for others, of the same layout. */
export function addRedactCommand(program: Command, terminal: Terminal): void {
  program
    .command('redact')
    .description('make a case for others: pseudonyms under your key, and less detail the further it goes')
    .argument('<case>', 'folder that investigate wrote')
    .requiredOption('--key <file>', 'secret key of at least 32 bytes; keep it, and keep it apart from the result')
    .requiredOption('--level <level>', `for whom: ${REDACTION_LEVELS.join(', ')}`, oneOf(REDACTION_LEVELS))
    .requiredOption('--out <dir>', 'new folder for the redacted case')
    .option('--json', 'print what was changed as JSON')
    .action(async (folder: string, flags: RedactFlags) => {
      await requireFreeFolder(flags.out);
      const hash = await readRedactionKey(flags.key);
      const redacted = redactCase(await readCaseDocument(folder), hash, flags.level);
      await writeRedactedCase(flags.out, redacted);
      const { document, changes } = redacted;
      terminal.print(
        flags.json === true ? `${JSON.stringify({ ...document.redaction, changes })}\n` : describe(redacted, flags.out),
      );
    });
}

function describe({ document: { redaction, leads }, changes }: RedactedCase, out: string): string {
  const count = (treatment: string): number => changes.filter((change) => change.treatment === treatment).length;
  const kinds = [...new Set(changes.map(({ treatment }) => treatment))].sort();
  return [
    `Redacted for ${redaction!.level}: ${leads.length} ${leads.length === 1 ? 'lead' : 'leads'} in ${out}, key ${redaction!.keyFingerprint}.`,
    `Fields changed: ${kinds.map((kind) => `${count(kind)} ${kind}`).join(', ')}; redaction.json lists them.`,
    'Whoever holds the same transfers can still recognise them, and the key undoes every pseudonym. Read docs/redaction.md before you hand this on.',
    '',
  ].join('\n');
}

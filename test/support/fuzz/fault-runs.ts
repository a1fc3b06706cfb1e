import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { bytesOf } from '../case-folder.js';
import { runCommand } from '../run-command.js';
import { type Fault, withFault } from './faulty-file-system.js';

/** A command that writes, and where. */
export interface WritingCommand {
  readonly name: string;
  /** Words of the command line behind its name; what is written goes into the folder `out` of the folder given. */
  readonly words: (root: string) => readonly string[];
}

const FILES = resolve(import.meta.dirname, '../../../examples/data');
const CASE = 'made';
/** Lines of the file that is read again at every call. */
const FEW_LINES = 300;

/** Every command that writes, on the bundled example. */
export const WRITING_COMMANDS: readonly WritingCommand[] = [
  {
    name: 'investigate',
    words: (root) => [join(root, 'few.csv'), '--map', 'illicit-flows', '--out', join(root, 'out')],
  },
  {
    name: 'features',
    words: (root) => [
      ...[join(root, 'few.csv'), '--map', 'illicit-flows', '--transfers'],
      ...['--out', join(root, 'out', 'features.csv')],
    ],
  },
  { name: 'report', words: (root) => [join(root, CASE), '--out', join(root, 'out')] },
  { name: 'figures', words: (root) => [join(root, CASE), '--out', join(root, 'out')] },
  {
    name: 'redact',
    words: (root) => [
      ...[join(root, CASE), '--key', join(root, 'key'), '--level', 'partner'],
      ...['--out', join(root, 'out')],
    ],
  },
  { name: 'export', words: (root) => [join(root, CASE), '--to', 'neo4j', '--out', join(root, 'out')] },
];

/** Puts what the commands read into a folder: the example and its first lines, a case made of the whole, a key. */
export async function prepareFaultRuns(root: string): Promise<void> {
  const text = readFileSync(join(FILES, 'transactions.csv'), 'utf8');
  writeFileSync(join(root, 'in.csv'), text);
  writeFileSync(join(root, 'few.csv'), text.split('\n').slice(0, FEW_LINES).join('\n'));
  writeFileSync(join(root, 'key'), 'k'.repeat(64), { mode: 0o600 });
  const out = join(root, CASE);
  const { err, exitCode } = await runCommand(
    'investigate',
    join(root, 'in.csv'),
    '--map',
    'illicit-flows',
    '--out',
    out,
  );
  if (exitCode !== 0) throw new Error(err);
}

/** What a command writes without a fault, and how many calls to the file system it makes. */
export interface SoundRun {
  readonly command: WritingCommand;
  readonly files: Record<string, string>;
  readonly calls: readonly string[];
}

/** Runs a command without any fault. */
export async function soundRun(root: string, command: WritingCommand): Promise<SoundRun> {
  clear(root);
  const calls = await withFault(root, undefined, async () => {
    const { err, exitCode } = await runCommand(command.name, ...command.words(root));
    if (exitCode !== 0) throw new Error(err);
  });
  return { command, files: bytesOf(join(root, 'out')), calls };
}

/**
 * Runs a command with a fault and answers what is wrong with what came of it; undefined: nothing. Right is: it succeeded and
 * everything is there to the byte, or it answered 1 with one line and nothing is there. A draft, or whole ones of several
 * files, may stay only where removing them failed as well; then the line names them, and the next run clears the draft.
 */
export async function runWithFault(root: string, run: SoundRun, fault: Fault): Promise<string | undefined> {
  const { command, files } = run;
  clear(root);
  let result = { err: '', exitCode: 0 };
  const calls = await withFault(root, fault, async () => {
    result = await runCommand(command.name, ...command.words(root));
  });
  const { err, exitCode } = result;
  const place = `${command.name}, call ${fault.call} (${calls[fault.call - 1] ?? 'none'}) ${fault.code}${fault.stays ? ' and all later' : ''}`;
  const said = `${place}: exit ${exitCode}, ${err}`;
  const written = outputOf(root);
  const isWhole = isDeepStrictEqual(written, files);
  const left = drafts(root);
  if (left.length > 0 && !fault.stays && calls[fault.call - 1] !== 'rm') return `${said}: a draft is left`;
  if (exitCode === 0) return isWhole ? nextRun(root, run, said) : `${said}: not whole`;
  if (exitCode !== 1 || !/^illicit-flows: [^\n]+\n$/u.test(err) || / {2,}at |bug/u.test(err)) return said;
  const unsaid = [...Object.keys(written).map((name) => join(root, 'out', name)), ...left].find(
    (path) => !err.includes(path),
  );
  if (unsaid !== undefined) return `${said}: does not say that ${unsaid} is there`;
  if (Object.entries(written).some(([name, text]) => files[name] !== text)) return `${said}: half a file is there`;
  if (Object.keys(written).length > 0 && !fault.stays) return `${said}: half of it is there`;
  return nextRun(root, run, said);
}

/**
 * The run after one with a fault, in the place of its output, as another process would do it: a draft of this one counts as that
 * of an ended process.
 */
async function nextRun(root: string, { command, files }: SoundRun, said: string): Promise<string | undefined> {
  const left = drafts(root);
  if (left.length === 0 && said.includes(': exit 0')) return undefined;
  for (const name of Object.keys(outputOf(root))) rmSync(join(root, 'out', name));
  if (left.length === 0) rmSync(join(root, 'out'), { recursive: true, force: true });
  for (const draft of left) renameSync(draft, draft.replace(/-\d+-(\w{6})$/u, '-1-$1'));
  const { err, exitCode } = await runCommand(command.name, ...command.words(root));
  const isRight = exitCode === 0 && isDeepStrictEqual(outputOf(root), files) && drafts(root).length === 0;
  return isRight ? undefined : `${said}, and the next run: exit ${exitCode}, ${err}${drafts(root).join(', ')}`;
}

/** Paths of the drafts in the folder, and where its output goes. */
function drafts(root: string): string[] {
  return [root, join(root, 'out')].flatMap((folder) =>
    entriesOf(folder)
      .filter((name) => name.includes('.draft-'))
      .map((name) => join(folder, name)),
  );
}

/** What was written, but for drafts. */
function outputOf(root: string): Record<string, string> {
  const out = join(root, 'out');
  if (entriesOf(out).length === 0) return {};
  return Object.fromEntries(Object.entries(bytesOf(out)).filter(([name]) => !name.includes('.draft-')));
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function clear(root: string): void {
  for (const path of [...drafts(root), join(root, 'out')]) rmSync(path, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
}

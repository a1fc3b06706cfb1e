import { spawn } from 'node:child_process';
import { open, readFile } from 'node:fs/promises';
import { InputError } from '../foundation/index.js';
import { endTogether } from './end-together.js';

/** How a program of Spark is run. */
export interface SparkProcess {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** Gets all that the program says, as it may hold rows. */
  readonly logPath: string;
  /** What to say of where its words are. */
  readonly seeAlso: string;
  /** Why it gave up, by what it said, where that is known better than `spark-failed`; nothing of what it said may be repeated. */
  readonly explain?: (log: string) => InputError | undefined;
}

/** What a kernel or a check of ours said of why it stopped; anything else that Spark says may hold rows. */
const OWN_WORDS =
  /illicit-flows: (Expected [^\n]{1,400} \[(?:part-rows|part-contract|part-unanswered|plan|kernel-usage|spark-[a-z]+|slice-[a-z]+|line-length)\])/u;

/**
 * Runs a program of Spark to its end. A signal that ends this process ends the program with it.
 *
 * @throws InputError `spark-failed` with the words of the kernel where it stopped the job, and what `explain` makes of it
 */
export async function runSparkProcess({
  command,
  args,
  env = process.env,
  logPath,
  seeAlso,
  explain = () => undefined,
}: SparkProcess): Promise<void> {
  const log = await open(logPath, 'w', 0o600);
  const exitCode = await new Promise<number | null>((done, fail) => {
    const program = spawn(command, args, { stdio: ['ignore', log.fd, log.fd], env, detached: true });
    const release = program.pid === undefined ? () => undefined : endTogether(program.pid);
    program.on('error', fail);
    program.on('close', (code) => {
      release();
      done(code);
    });
  }).finally(() => log.close());
  if (exitCode === 0) return;
  const said = await readFile(logPath, 'utf8');
  const explained = explain(said);
  if (explained !== undefined) throw explained;
  const [, words] = OWN_WORDS.exec(said) ?? [];
  const why = words === undefined ? '' : `: ${words}`;
  throw new InputError('spark-failed', `Expected Spark to go on but it gave up, ${seeAlso}${why}`);
}

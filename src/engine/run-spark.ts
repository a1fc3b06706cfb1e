import { spawn, spawnSync } from 'node:child_process';
import { access, constants, open, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError, UsageError } from '../foundation/index.js';
import { endTogether } from './end-together.js';
import { isSparkPath } from './spark-script.js';

/** How a job is run. */
export interface RunSparkOptions {
  /** Folder of the lake, which all nodes see, as they do the folder of the job. */
  readonly lake: string;
  /** Options of spark-sql, such as `--master`. */
  readonly sparkOptions: readonly string[];
}

/** What a kernel or a check of ours said of why it stopped; anything else that Spark says may hold rows. */
const OWN_WORDS =
  /illicit-flows: (Expected [^\n]{1,400} \[(?:part-rows|part-contract|part-unanswered|plan|kernel-usage|spark-[a-z]+|slice-[a-z]+|line-length)\])/u;

/** Makes sure that this machine can start Spark. @throws InputError `spark-missing`, `java-missing` */
export async function requireSpark(): Promise<void> {
  const home = process.env['SPARK_HOME'];
  if (home === undefined || home === '') {
    throw new InputError('spark-missing', 'Expected SPARK_HOME to say where Spark 3.5 is installed but it is not set');
  }
  const isThere = await access(join(home, 'bin', 'spark-sql'), constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    throw new InputError('spark-missing', 'Expected bin/spark-sql below SPARK_HOME but it cannot be started');
  }
  const javaHome = process.env['JAVA_HOME'];
  const java = javaHome === undefined || javaHome === '' ? 'java' : join(javaHome, 'bin', 'java');
  if (spawnSync(java, ['-version'], { stdio: 'ignore' }).status === 0) return;
  throw new InputError('java-missing', 'Expected Java, which Spark runs on, at JAVA_HOME or among the programs');
}

/**
 * Runs the script of a job. All that Spark says goes into `spark.log` in its folder, as it may hold rows; a job that fails leaves
 * no output. A signal that ends this process ends Spark with it.
 *
 * @throws InputError `spark-failed` with the words of the kernel where it stopped the job; UsageError `spark-path` for a path
 *   that cannot be said to Spark
 */
export async function runSparkJob(folder: string, { lake, sparkOptions }: RunSparkOptions): Promise<void> {
  const out = join(resolve(folder), 'out');
  if (!isSparkPath(out) || /\s/u.test(out) || !isSparkPath(lake)) {
    const message =
      'Expected paths of the lake and the job without quotes, brackets, *, ?, $, ; and, of the job, spaces';
    throw new UsageError('spark-path', message);
  }
  const logPath = join(folder, 'spark.log');
  const log = await open(logPath, 'w', 0o600);
  const exitCode = await new Promise<number | null>((done, fail) => {
    const script = spawn('/bin/sh', [join(resolve(folder), 'run.sh'), ...sparkOptions], {
      stdio: ['ignore', log.fd, log.fd],
      env: { ...process.env, LAKE: `file://${lake}`, OUT: `file://${out}` },
      detached: true,
    });
    const release = script.pid === undefined ? () => undefined : endTogether(script.pid);
    script.on('error', fail);
    script.on('close', (code) => {
      release();
      done(code);
    });
  }).finally(() => log.close());
  if (exitCode === 0) return;
  await rm(out, { recursive: true, force: true });
  const [, words] = OWN_WORDS.exec(await readFile(logPath, 'utf8')) ?? [];
  const why = words === undefined ? '' : `: ${words}`;
  throw new InputError('spark-failed', `Expected Spark to go on but it gave up, see ${logPath}${why}`);
}

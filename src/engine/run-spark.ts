import { spawnSync } from 'node:child_process';
import { access, constants, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError, UsageError } from '../foundation/index.js';
import { runSparkProcess } from './spark-process.js';
import { isSparkPath } from './spark-script.js';

/** How a job is run. */
export interface RunSparkOptions {
  /** Folder of the lake, which all nodes see, as they do the folder of the job. */
  readonly lake: string;
  /** Options of spark-sql, such as `--master`. */
  readonly sparkOptions: readonly string[];
}

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
  const env = { ...process.env, LAKE: `file://${lake}`, OUT: `file://${out}` };
  const args = [join(resolve(folder), 'run.sh'), ...sparkOptions];
  try {
    await runSparkProcess({ command: '/bin/sh', args, env, logPath, seeAlso: `see ${logPath}` });
  } catch (error) {
    await rm(out, { recursive: true, force: true });
    throw error;
  }
}

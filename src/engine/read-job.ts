import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../foundation/index.js';
import { type SliceAnswer } from '../slices/index.js';
import { AnswerReader } from './answer-lines.js';
import { sha256Of } from './kernel-process.js';
import { type LakeJob } from './lake-job.js';
import { linesOf } from './lines-of.js';
import { jobGroups } from './search-steps.js';
import { type JobFile } from './spark-sql.js';

/** A finding with all its transfers is one line. */
const LONGEST_ANSWER = 1 << 28;

/** Files that a job may have been given with other words: how it is run is its runner's affair. */
const FREE_FILES: ReadonlySet<string> = new Set(['run.sh', 'README.md']);

/**
 * Holds the folder of a job to the files that this library would make of the same lake and choices.
 *
 * @throws InputError `job-differs` naming the first file that is another one, `job-folder` for one that cannot be read
 */
export async function requireSameJob(folder: string, files: readonly JobFile[]): Promise<void> {
  for (const { name, text } of files) {
    if (FREE_FILES.has(name) || (await readJobFile(folder, name)) === text) continue;
    const message = `Expected ${name} of ${folder} to be what plan makes of this lake, with these guard lists, but it is another file`;
    throw new InputError('job-differs', message);
  }
}

/** @throws InputError `job-folder` */
export async function readJobFile(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (cause) {
    throw new InputError('job-folder', `Expected ${folder} to be what plan wrote, with ${name} in it`, { cause });
  }
}

/**
 * What a job left: the answers of all its parts, in an order that says nothing of who answered when.
 *
 * @param plan the text of plan.json
 * @throws InputError `job-unfinished` if the job did not come to its end, `job-parts` if a group has no parts, `job-answers` for
 *   a part without its S line, or with two, or lines that are broken, missing, or of another plan
 */
export async function readJobAnswers(folder: string, job: LakeJob, plan: string): Promise<SliceAnswer[]> {
  const out = join(folder, 'out');
  const isDone = await stat(join(out, 'done', '_SUCCESS')).catch(() => undefined);
  if (isDone === undefined) {
    throw new InputError('job-unfinished', `Expected ${out} as a job left it that came to its end, with done in it`);
  }
  const parts: string[] = [];
  for await (const line of linesBelow(join(out, 'parts'))) parts.push(line);
  const groups = jobGroups(job);
  const missing = groups.find((group) => !parts.some((part) => groupOfPart(part) === group));
  if (missing !== undefined) throw new InputError('job-parts', `Expected parts of ${missing} in ${join(out, 'parts')}`);
  const reader = new AnswerReader();
  for await (const line of linesBelow(join(out, 'answers'))) {
    if (!reader.add(line)) throw new InputError('job-answers', `Expected sound lines in ${join(out, 'answers')}`);
  }
  const answers = reader.finish(inOrder(parts, groups), sha256Of(plan));
  if (typeof answers === 'string') {
    throw new InputError('job-answers', `Expected one whole answer of each part, but ${answers}`);
  }
  return answers;
}

function groupOfPart(part: string): string {
  return part.slice(0, part.indexOf(':'));
}

function inOrder(parts: readonly string[], groups: readonly string[]): string[] {
  const placeOf = (part: string): number => groups.indexOf(groupOfPart(part));
  const numberOf = (part: string): number => Number(part.slice(part.indexOf(':') + 1));
  return [...parts].sort((a, b) => placeOf(a) - placeOf(b) || numberOf(a) - numberOf(b));
}

/** Lines of the files that Spark wrote into the folders of a folder. */
async function* linesBelow(folder: string): AsyncGenerator<string, void, undefined> {
  const folders = await readdir(folder).catch((cause: unknown) => {
    throw new InputError('job-unfinished', `Expected ${folder} as a job left it`, { cause });
  });
  for (const inner of folders.sort()) {
    const files = (await readdir(join(folder, inner))).filter((name) => name.startsWith('part-'));
    for (const file of files.sort()) yield* linesOf(createReadStream(join(folder, inner, file)), LONGEST_ANSWER);
  }
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { candidatesOf, type Cut, LedgerCutter, type SliceAnswer } from '../../src/slices/index.js';
import { answersFromLines } from '../../src/engine/index.js';
import { planInvestigation } from '../../src/investigation/index.js';
import { openLake, readLake } from '../../src/node/index.js';
import { linesOfCut, partName } from './cut-lines.js';
import { partByHash } from './slices.js';

/** A place in the output of a job: `answers/star/part-00000`. */
const fileOf = (kind: 'answers' | 'parts', look: string): string => join('out', kind, look, 'part-00000');

/**
 * Does what Spark would do with the folder of a job, without Spark and without its SQL: cuts the ledger in memory and hands rows to
 * the job's own kernel. Parts are others than Spark's, of which nothing depends.
 */
export async function answerJob(folder: string, lake: string): Promise<void> {
  const { ledger } = await readLake(await openLake([join(lake, 'transfers.parquet')]));
  const { detectors } = planInvestigation(ledger);
  const chosen = detectors.chosen.filter(({ detector }) => detector.locality?.kind !== 'whole');
  const cutter = new LedgerCutter(detectors.context, chosen, { parts: 3, partOf: partByHash(3, 5) });
  const look = (mode: string, name: string, cuts: readonly Cut[]): SliceAnswer[] => {
    const lines = cuts.flatMap((cut) => linesOfCut(cut));
    const args = [join(folder, 'kernel.mjs'), mode, '--plan', join(folder, 'plan.json')];
    const input = lines.map((line) => `${line}\n`).join('');
    const answered = execFileSync(process.execPath, args, { input, maxBuffer: 1 << 28 }).toString();
    write(folder, fileOf('answers', name), answered);
    write(folder, fileOf('parts', name), cuts.map((cut) => `${partName(cut)}\n`).join(''));
    const answers = answersFromLines(answered.trimEnd().split('\n'), cuts.map(partName));
    if (typeof answers === 'string') throw new Error(answers);
    return answers;
  };
  const first = [...look('stars', 'star', cutter.stars()), ...look('slices', 'slice', cutter.slices())];
  const candidates = candidatesOf(first);
  look('halo', 'halo', cutter.halos(candidates));
  look('global', 'global', cutter.globals(candidates));
  write(folder, join('out', 'done', '_SUCCESS'), '');
}

function write(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

/** Changes the answers to the stars of a job. */
export function changeAnswers(folder: string, change: (lines: string[]) => string[]): void {
  const path = join(folder, fileOf('answers', 'star'));
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  writeFileSync(
    path,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

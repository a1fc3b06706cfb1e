import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../foundation/index.js';

const manifest = z.object({ inputs: z.array(z.object({ name: z.string(), sha256: z.string() })) });

/** A file that a case was made from, as its manifest has it. */
export type CaseInput = z.infer<typeof manifest>['inputs'][number];

/**
 * The files that a case on disk was made from.
 * @throws InputError `case-unreadable` if the folder has no manifest.json that lists them
 */
export async function readCaseInputs(folder: string): Promise<CaseInput[]> {
  try {
    return manifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).inputs;
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected a case folder with manifest.json at ${folder}`, { cause });
  }
}

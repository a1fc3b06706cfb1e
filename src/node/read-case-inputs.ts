import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../foundation/index.js';

/** A file that a case was made from, as its manifest has it. */
export interface CaseInput {
  readonly name: string;
  readonly sha256: string;
}

/**
 * The files that a case on disk was made from.
 * @throws InputError `case-unreadable` if the folder has no manifest.json that lists them
 */
export async function readCaseInputs(folder: string): Promise<CaseInput[]> {
  const inputs = await inputsOf(join(folder, 'manifest.json')).catch((): unknown => undefined);
  if (!Array.isArray(inputs) || !inputs.every(isInput)) {
    throw new InputError('case-unreadable', `Expected a case folder with manifest.json at ${folder}`);
  }
  return inputs;
}

async function inputsOf(path: string): Promise<unknown> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { readonly inputs?: unknown } | null;
  return manifest?.inputs;
}

function isInput(value: unknown): value is CaseInput {
  const { name, sha256 } = (value ?? {}) as Partial<Record<keyof CaseInput, unknown>>;
  return typeof name === 'string' && typeof sha256 === 'string';
}

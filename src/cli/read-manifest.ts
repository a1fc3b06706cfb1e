import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../foundation/index.js';
import { manifestSchema, type WrittenManifest } from './manifest-schema.js';

/**
 * Reads the manifest of a case folder.
 *
 * @throws InputError `manifest-unreadable` if there is none, if it is no JSON, or lacks what a run is repeated from
 */
export async function readManifest(folder: string): Promise<WrittenManifest> {
  const path = join(folder, 'manifest.json');
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new InputError('manifest-unreadable', `Expected a case folder with JSON in ${path}`, { cause });
  }
  const parsed = manifestSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new InputError(
    'manifest-unreadable',
    `Expected ${path} to be the manifest of a case but ${first?.path.slice(0, 2).map(String).join('.') ?? ''} does not fit`,
  );
}

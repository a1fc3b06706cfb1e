import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDraft } from './draft-folder.js';
import { unwritable } from './write-text.js';

/**
 * A folder of one's own among the system's temporary files, for as long as `use` takes: it is removed whatever happens, by a
 * signal too, and what a process that was killed left is removed by the next one.
 *
 * @throws InputError `output-unwritable`, and what `use` throws
 */
export async function withPrivateFolder<T>(name: string, use: (path: string) => Promise<T>): Promise<T> {
  const folder = await openDraft(join(tmpdir(), name)).catch((error: unknown) => {
    throw unwritable(error, tmpdir(), []);
  });
  try {
    return await use(folder.path);
  } finally {
    await folder.discard();
  }
}

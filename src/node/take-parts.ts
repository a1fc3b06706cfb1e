import { mkdir, open, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../foundation/index.js';
import { syncFile, syncFolder } from './sync-to-disk.js';

/** A part as Spark names it: its number, something random, and which of its files it is. */
const PART = /^part-(\d+)\b.*-c(\d+)(?:\.\w+)?\.parquet$/u;

/**
 * Moves Parquet files that Spark wrote into a new folder, under names that say their order and nothing else: `part-00000.parquet` and
 * so on. They are on the disk then.
 *
 * @returns their paths, in that order
 * @throws InputError `table-unwritten` if there are none
 */
export async function takeParts(from: string, to: string): Promise<string[]> {
  const parts = (await readdir(from).catch(() => [])).flatMap((name) => {
    const [, part, file] = PART.exec(name) ?? [];
    return part === undefined ? [] : [{ name, part: Number(part), file: Number(file) }];
  });
  if (parts.length === 0) {
    throw new InputError('table-unwritten', 'Expected Parquet files that Spark wrote of the table but there are none');
  }
  parts.sort((a, b) => a.part - b.part || a.file - b.file);
  await mkdir(to);
  const paths = parts.map((_, i) => join(to, `part-${String(i).padStart(5, '0')}.parquet`));
  for (const [i, { name }] of parts.entries()) {
    await rename(join(from, name), paths[i]!);
    const file = await open(paths[i]!, 'r+');
    await syncFile(file).finally(() => file.close());
  }
  await syncFolder(to);
  return paths;
}

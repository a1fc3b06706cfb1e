import { type CycleListing, cyclesTable, cycleStepsTable } from '../export/index.js';
import { type CyclesManifest } from '../investigation/index.js';
import { writeFolder } from './write-folder.js';
import { type WrittenFile } from './write-text.js';

/**
 * Writes the folder of listed cycles, whole or not at all: cycles.csv, cycle-steps.csv, manifest.json. Same listing, same
 * bytes. Whoever may not be named is in none of them.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`
 */
export async function writeCycles(
  folder: string,
  listing: CycleListing,
  manifest: CyclesManifest,
): Promise<WrittenFile[]> {
  return writeFolder(folder, [
    { name: 'cycles.csv', chunks: cyclesTable(listing) },
    { name: 'cycle-steps.csv', chunks: cycleStepsTable(listing) },
    { name: 'manifest.json', chunks: [`${JSON.stringify(manifest, undefined, 2)}\n`] },
  ]);
}

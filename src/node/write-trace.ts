import { type TraceDocument, type TraceStep } from '../disclosure/index.js';
import { destinationsTable, originsTable, stepsTable, traceJsonText } from '../export/index.js';
import { type TraceManifest } from '../investigation/index.js';
import { writeFolder } from './write-folder.js';
import { type WrittenFile } from './write-text.js';

/** What a trace is written from; see `mintTrace` and `traceSteps`. */
export interface TraceParts {
  readonly document: TraceDocument;
  readonly steps: Iterable<TraceStep>;
  readonly manifest: TraceManifest;
}

/**
 * Writes the folder of a trace, whole or not at all: destinations.csv (looking backward: origins.csv), steps.csv,
 * trace.json, manifest.json. Same trace, same bytes. Payers are in none of them.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`
 */
export async function writeTrace(folder: string, { document, steps, manifest }: TraceParts): Promise<WrittenFile[]> {
  return writeFolder(folder, [
    document.direction === 'forward'
      ? { name: 'destinations.csv', chunks: destinationsTable(document) }
      : { name: 'origins.csv', chunks: originsTable(document) },
    { name: 'steps.csv', chunks: stepsTable(document, steps) },
    { name: 'trace.json', chunks: traceJsonText(document) },
    { name: 'manifest.json', chunks: [`${JSON.stringify(manifest, undefined, 2)}\n`] },
  ]);
}

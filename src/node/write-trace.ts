import { type TraceCase } from '../disclosure/index.js';
import { destinationsTable, originsTable, stepsTable, traceJsonText } from '../export/index.js';
import { type TraceManifest } from '../investigation/index.js';
import { type BackwardTrace, type ForwardTrace } from '../trace/index.js';
import { writeFolder } from './write-folder.js';
import { type WrittenFile } from './write-text.js';

/**
 * Writes the folder of a trace, whole or not at all: destinations.csv (looking backward: origins.csv), steps.csv,
 * trace.json, manifest.json. Same trace, same bytes. Payers and the accounts that a claim came from are in none of them.
 *
 * @throws UsageError `output-in-use`, InputError `output-unwritable`
 */
export async function writeTrace(
  folder: string,
  traceCase: TraceCase,
  manifest: TraceManifest,
): Promise<WrittenFile[]> {
  return writeFolder(folder, [
    isForward(traceCase)
      ? { name: 'destinations.csv', chunks: destinationsTable(traceCase) }
      : { name: 'origins.csv', chunks: originsTable(traceCase as TraceCase<BackwardTrace>) },
    { name: 'steps.csv', chunks: stepsTable(traceCase.trace) },
    { name: 'trace.json', chunks: traceJsonText(traceCase) },
    { name: 'manifest.json', chunks: [`${JSON.stringify(manifest, undefined, 2)}\n`] },
  ]);
}

function isForward(traceCase: TraceCase): traceCase is TraceCase<ForwardTrace> {
  return traceCase.trace.direction === 'forward';
}

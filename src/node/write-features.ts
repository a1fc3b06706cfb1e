import { basename, dirname, join, parse } from 'node:path';
import { accountFeaturesTable, featureDictionaryTable, transferFeaturesTable } from '../export/index.js';
import { UsageError } from '../foundation/index.js';
import { type FeatureManifest, type MeasuredFeatures } from '../investigation/index.js';
import { writeFiles } from './write-files.js';
import { type WrittenFile } from './write-text.js';

/** Paths of the files that belong to one table of features. */
export interface FeatureFiles {
  readonly accounts: string;
  /** Undefined where transfers are not asked for. */
  readonly transfers: string | undefined;
  readonly dictionary: string;
  readonly manifest: string;
}

/**
 * Where the files of `out` go: `features.csv` and, beside it, `features-dictionary.csv`, `features-manifest.json`, and with
 * `transfers` `features-transfers.csv`.
 *
 * @throws UsageError `features-output` unless `out` ends in .csv
 */
export function featureFiles(out: string, { transfers }: { readonly transfers: boolean }): FeatureFiles {
  const { dir, name, ext } = parse(out);
  if (ext !== '.csv') throw new UsageError('features-output', `Expected a file ending in .csv but received ${out}`);
  return {
    accounts: out,
    transfers: transfers ? join(dir, `${name}-transfers.csv`) : undefined,
    dictionary: join(dir, `${name}-dictionary.csv`),
    manifest: join(dir, `${name}-manifest.json`),
  };
}

/**
 * Writes a table of features with its dictionary and manifest, all of it or nothing. Same input and options, same bytes.
 *
 * @throws UsageError `features-output`, `output-in-use`, InputError `output-unwritable`
 */
export async function writeFeatures(
  out: string,
  { tables, options }: MeasuredFeatures,
  manifest: FeatureManifest,
): Promise<WrittenFile[]> {
  const { accounts, transfers, dictionary, manifest: manifestPath } = featureFiles(out, options);
  return writeFiles(dirname(out), [
    { name: basename(accounts), chunks: accountFeaturesTable(tables) },
    ...(transfers === undefined ? [] : [{ name: basename(transfers), chunks: transferFeaturesTable(tables) }]),
    {
      name: basename(dictionary),
      chunks: featureDictionaryTable(transfers === undefined ? ['accounts'] : ['accounts', 'transfers']),
    },
    { name: basename(manifestPath), chunks: [`${JSON.stringify(manifest, undefined, 2)}\n`] },
  ]);
}

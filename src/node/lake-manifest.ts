import { InputError } from '../foundation/index.js';
import { type ReadChoices, type ReadSummary } from '../investigation/index.js';
import { type WrittenFile } from './write-text.js';

/** Version of the layout of a lake. */
export const LAKE = 'lake/1';
/** Name of the file that says what a lake holds. */
export const LAKE_MANIFEST = 'lake.json';

/** What a lake holds and what it was made from, as plain JSON. */
export interface LakeManifest extends ReadSummary {
  readonly contract: string;
  readonly library: string;
  /** The Parquet files. */
  readonly files: readonly (WrittenFile & { readonly rows: number })[];
  /** How the inputs were read. Whoever reads the lake cannot choose again. */
  readonly options: ReadChoices;
  /** Whether the inputs had a column of the kind: placeFrom, placeTo, countryFrom, countryTo. */
  readonly placeColumns: readonly boolean[];
}

/** @throws InputError `lake-manifest` where it is no manifest, or one of another layout */
export function parseLakeManifest(text: string, path: string): LakeManifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new InputError('lake-manifest', `Expected JSON in ${path}`, { cause });
  }
  const manifest = (typeof value === 'object' && value !== null ? value : {}) as Partial<LakeManifest>;
  if (manifest.contract !== LAKE || !isWhole(manifest)) {
    throw new InputError('lake-manifest', `Expected ${path} as convert writes it (${LAKE})`);
  }
  return manifest;
}

function isWhole(manifest: Partial<LakeManifest>): manifest is LakeManifest {
  const { files, inputs, placeColumns, totals, ledger, warnings, quarantinedByCode } = manifest;
  const names = [...(asList(files) ?? [{}]), ...(asList(inputs) ?? [{}])] as { name?: unknown; sha256?: unknown }[];
  return (
    asList(placeColumns)?.length === 4 &&
    asList(warnings) !== undefined &&
    names.every(({ name, sha256 }) => typeof name === 'string' && typeof sha256 === 'string') &&
    typeof totals?.quarantined === 'number' &&
    typeof ledger?.transfers === 'number' &&
    typeof ledger.accounts === 'number' &&
    typeof quarantinedByCode === 'object'
  );
}

function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as unknown[]) : undefined;
}

import { InputError, type Precision, PRECISIONS } from '../foundation/index.js';
import { type ReadChoices, type ReadSummary } from '../investigation/index.js';
import { type Currency, type SourceFile } from '../ledger/index.js';
import { type WrittenFile } from './write-text.js';

/** Version of the layout of a lake. */
export const LAKE = 'lake/1';
/** Name of the file that says what a lake holds. */
export const LAKE_MANIFEST = 'lake.json';

/** A table of a catalogue whose rows the inputs of a lake hold. */
export interface LakeTable {
  /** As it was named: `[catalog.][schema.]table`. */
  readonly name: string;
  /** Columns that tell rows apart; the inputs are in their order. */
  readonly key: readonly string[];
  /** Number of the version that was read, where one was named. */
  readonly snapshot?: string;
  /** What Spark was asked. Left out where it may repeat what tells somebody, as the mapping then is. */
  readonly query?: string;
  /** Version of Spark. */
  readonly spark: string;
  /** Rows that Spark counted in the inputs. */
  readonly rows: number;
  /** Folder of the lake that holds the inputs. */
  readonly folder: string;
}

/** What a lake holds and what it was made from, as plain JSON. */
export interface LakeManifest extends ReadSummary {
  readonly contract: string;
  readonly library: string;
  /** The Parquet files. */
  readonly files: readonly (WrittenFile & { readonly rows: number })[];
  /** Where the inputs came from, if Spark wrote them. */
  readonly table?: LakeTable;
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
    asList(ledger.currencies) !== undefined &&
    typeof quarantinedByCode === 'object'
  );
}

function asList(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as unknown[]) : undefined;
}

/**
 * What a part of a lake takes over from the whole without reading it: files, scales of currencies, and which columns there are.
 *
 * @throws InputError `lake-manifest` for a precision that there is not
 */
export function worldOfLake({ inputs, ledger, placeColumns }: LakeManifest): {
  readonly sources: readonly SourceFile[];
  readonly currencies: readonly Currency[];
  readonly precision: Precision;
  readonly placeColumns: readonly boolean[];
} {
  const precision = PRECISIONS.find((name) => name === ledger.precision);
  if (precision === undefined) throw new InputError('lake-manifest', `Expected a precision that is known (${LAKE})`);
  return {
    sources: inputs.map(({ name, sha256 }) => ({ name, sha256 })),
    currencies: ledger.currencies.map(({ code, decimals, lane }) => ({
      code,
      scale: decimals,
      lane: lane === 'wide' ? 'wide' : 'safe',
    })),
    precision,
    placeColumns,
  };
}

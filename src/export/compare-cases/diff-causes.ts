import { compareValues } from './compare-values.js';

/** An input file as a manifest has it. */
export interface ComparedInput {
  readonly name: string;
  readonly sha256: string;
  readonly read: number;
  readonly accepted: number;
  readonly quarantined: number;
}

/** What is needed of the manifests of two cases; every manifest has it. */
export interface ComparedManifest {
  readonly version: string;
  readonly options: unknown;
  readonly inputs: readonly ComparedInput[];
  readonly guardLists: { readonly files: readonly { readonly name: string; readonly sha256: string }[] };
}

/** A file that only one of two cases was made from, or that has other bytes in each. */
export interface FileChange<T> {
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly was: T | null;
  readonly now: T | null;
}

/** Two values of one thing; null where one case does not have it. */
export interface ValueChange {
  readonly name: string;
  readonly was: unknown;
  readonly now: unknown;
}

/** What differs in how two cases were made. Everything empty: the same files, options and version. */
export interface DiffCauses {
  readonly version: { readonly was: string; readonly now: string } | null;
  readonly inputs: readonly FileChange<ComparedInput>[];
  readonly guardLists: readonly FileChange<{ readonly name: string; readonly sha256: string }>[];
  /** Every option and parameter that differs, by its path in the manifest: `parameters.score.strongScore`. */
  readonly options: readonly ValueChange[];
}

/** What differs in how two cases were made. That a cause is there does not say which difference it made. */
export function diffCauses(was: ComparedManifest, now: ComparedManifest): DiffCauses {
  return {
    version: was.version === now.version ? null : { was: was.version, now: now.version },
    inputs: fileChanges(was.inputs, now.inputs),
    guardLists: fileChanges(was.guardLists.files, now.guardLists.files),
    options: compareValues(was.options, now.options).map((found) => ({
      name: found.path.map(String).join('.'),
      was: found.was ?? null,
      now: found.now ?? null,
    })),
  };
}

/** Files of the same bytes are the same file, whatever their names; then files of the same name have changed. */
function fileChanges<T extends { readonly name: string; readonly sha256: string }>(
  older: readonly T[],
  newer: readonly T[],
): FileChange<T>[] {
  const without = (files: readonly T[], others: readonly T[]): T[] =>
    files.filter(({ sha256 }) => !others.some((other) => other.sha256 === sha256));
  const left = without(older, newer);
  const found = without(newer, older);
  const changed = left.map((was): FileChange<T> => {
    const now = found.find(({ name }) => name === was.name) ?? null;
    return { name: was.name, change: now === null ? 'removed' : 'changed', was, now };
  });
  const added = found.filter(({ name }) => !left.some((was) => was.name === name));
  return [...changed, ...added.map((now): FileChange<T> => ({ name: now.name, change: 'added', was: null, now }))];
}

import { type GuardList, type GuardMatch } from '../ingest/index.js';

/** A guard list in a manifest: which file, and how much of it met the data. Names no account. */
export interface GuardListUse {
  readonly name: string;
  readonly sha256: string;
  /** Different entries by kind: `entries` = `matched` + `notFound`. */
  readonly entries: { readonly registeredBodies: number; readonly licensedRemitters: number };
  readonly matched: number;
  readonly notFound: number;
  /** Lines whose account is not in the data, such as `2-5, 9`. */
  readonly notFoundLines: string;
  readonly duplicates: number;
  /** Lines that repeat an entry above them. */
  readonly duplicateLines: string;
}

/** Sums up the use of one guard list. */
export function summariseGuardList(
  { name, sha256 }: { readonly name: string; readonly sha256: string },
  { entries, duplicateLines }: GuardList,
  { matched, notFoundLines }: GuardMatch,
): GuardListUse {
  const registeredBodies = entries.filter(({ kind }) => kind === 'registered-body').length;
  return {
    name,
    sha256,
    entries: { registeredBodies, licensedRemitters: entries.length - registeredBodies },
    matched,
    notFound: notFoundLines.length,
    notFoundLines: printLines(notFoundLines),
    duplicates: duplicateLines.length,
    duplicateLines: printLines(duplicateLines),
  };
}

/** Ascending numbers with every stretch of at least two as `first-last`: a register may have many that are not found. */
function printLines(lines: readonly number[]): string {
  const stretches: { first: number; last: number }[] = [];
  for (const line of lines) {
    const latest = stretches.at(-1);
    if (latest?.last === line - 1) latest.last = line;
    else stretches.push({ first: line, last: line });
  }
  return stretches.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

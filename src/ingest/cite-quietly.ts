import { sieveFor, textsHolding } from '../foundation/index.js';
import { type AccountTable, type LedgerBuilder } from '../ledger/index.js';
import { type Layout } from './mapping.js';
import { quietNames } from './quiet-names.js';
import { type ReadLog } from './read-log.js';
import { type ReadSource } from './read-source.js';

/** Said of a file that is cited by its place. */
const QUIET_NAME =
  'cited by its place, since its name may tell an account or a holder of these data; its SHA-256 says which file it is';
/** Stands for a sentence about a file, and for the name of a column. */
const QUIET_NOTE = 'a note is left out, since it may tell an account or a holder of these data';
const QUIET_COLUMN = '[column]';
/** Shorter accounts need not be decoded: {@link textsHolding} looks for none. */
const LEAST_BYTES = 5;
/** More different texts than this are not searched, and all taken to tell somebody. */
const MOST_TEXTS = 4000;

/** What a caller may want to write of a reading. */
export interface WishedTexts {
  /** Texts of the caller's own. */
  readonly mentions: readonly string[];
  /** The only sheet, by name or by its place in each source. */
  readonly sheet: string | readonly number[] | undefined;
}

/** What may be written of a reading, with nobody told by a name of a file, a column or a sheet. */
export interface QuietTexts {
  /** What sources are cited by. */
  readonly names: readonly string[];
  /** What is said of each source. */
  readonly notes: readonly (readonly string[])[];
  /** Those of the caller's texts that may tell somebody. */
  readonly telling: ReadonlySet<string>;
  readonly sheetTells: boolean;
}

/**
 * Looks for accounts and holders of the data in whatever people have put texts into, and has log and draft cite sources and columns
 * by what tells nobody. To be called once, when all is read. O(accounts).
 */
export function citeQuietly(
  read: readonly ReadSource[],
  {
    log,
    draft,
    layouts,
  }: { readonly log: ReadLog; readonly draft: LedgerBuilder; readonly layouts: readonly Layout[] },
  { mentions, sheet }: WishedTexts,
): QuietTexts {
  const given = read.map(({ report }) => report.name);
  const said = read.map(({ report }, i) => [...report.notes, ...log.sentences(i)]);
  const columns = log.columns();
  const sheets = typeof sheet === 'string' ? [sheet] : [];
  const telling = tellingTexts([...given, ...said.flat(), ...columns, ...mentions, ...sheets], draft.accounts);
  const isOwnName = layouts.some(
    ({ mapping: { ownAccount } }) => typeof ownAccount === 'object' && 'fileName' in ownAccount,
  );
  const names = quietNames(given, (name) => isOwnName || telling.has(name));
  if (names !== given) {
    log.rename(names);
    draft.completeSources(names.map((name) => ({ name, sha256: '' })));
  }
  if ([...columns].some((column) => telling.has(column))) {
    log.renameColumns((column) => (telling.has(column) ? QUIET_COLUMN : column));
  }
  return {
    names,
    notes: said.map((notes, i) => [
      ...notes.map((note) => (telling.has(note) ? QUIET_NOTE : note)),
      ...(names[i] === given[i] ? [] : [QUIET_NAME]),
    ]),
    telling: new Set(mentions.filter((text) => telling.has(text))),
    sheetTells:
      typeof sheet === 'string' &&
      (telling.has(sheet) || given.some((name, i) => isOf(name, sheet) && name !== names[i])),
  };
}

/** Those of some texts that may tell an account or a holder. */
export function tellingTexts(texts: Iterable<string>, accounts: AccountTable): ReadonlySet<string> {
  const different = [...new Set(texts)];
  if (different.length > MOST_TEXTS) return new Set(different);
  const sought = accounts.texts(LEAST_BYTES, sieveFor(different));
  return new Set([...textsHolding(different, sought)].map((i) => different[i]!));
}

function isOf(name: string, sheet: string): boolean {
  return name.endsWith(`#${sheet}`);
}

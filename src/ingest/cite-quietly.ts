import { textsHolding } from '../foundation/index.js';
import { type AccountTable, type LedgerBuilder } from '../ledger/index.js';
import { type Layout } from './mapping.js';
import { quietNames } from './quiet-names.js';
import { type ReadLog } from './read-log.js';
import { type ReadSource } from './read-source.js';

/** Said of a file that is cited by its place. */
export const QUIET_NAME =
  'cited by its place, since its name may tell an account or a holder of these data; its SHA-256 says which file it is';

/** The names that sources are cited by from here on; see {@link quietNames}. */
export function citeQuietly(
  read: readonly ReadSource[],
  log: ReadLog,
  draft: LedgerBuilder,
  layouts: readonly Layout[],
): readonly string[] {
  const names = read.map(({ report }) => report.name);
  const isOwnName = layouts.some(
    ({ mapping: { ownAccount } }) => typeof ownAccount === 'object' && 'fileName' in ownAccount,
  );
  const cited = quietNames(names, draft.accounts, isOwnName);
  if (cited === names) return names;
  log.rename(cited);
  draft.completeSources(cited.map((name) => ({ name, sha256: '' })));
  return cited;
}

/** Whether the name of a sheet may tell whose statement it is: that of one that is cited by its place does. */
export function tellsSomebody(
  sheet: string,
  read: readonly ReadSource[],
  cited: readonly string[],
  accounts: AccountTable,
): boolean {
  if (read.some(({ report }, i) => report.name.endsWith(`#${sheet}`) && report.name !== cited[i])) return true;
  return textsHolding([sheet], accounts.texts(0)).size > 0;
}

import { type Account, InputError } from '../foundation/index.js';
import { type AccountDirectory, accountText } from '../ledger/index.js';
import { type GuardEntry, type GuardKind, type GuardList } from './guard-list.js';

/** The accounts of the data that a guard list means. */
export interface GuardMatch {
  readonly registeredBodies: ReadonlySet<Account>;
  readonly licensedRemitters: ReadonlySet<Account>;
  /** Entries whose account is in the data. */
  readonly matched: number;
  /** Lines whose account is not in the data, ascending. That is no fault: registers are longer than ledgers. */
  readonly notFoundLines: readonly number[];
}

/**
 * Finds the accounts of a guard list in the data, as they are written there; an account that is not is looked for without
 * the blanks inside, as a mapping may have removed them. An entry without institution means the account without one, or
 * else the only account of that text. The result can be given to `investigate` as it is.
 *
 * @param name how messages call the list
 * @throws InputError `account-ambiguous` naming the first line without institution whose account several institutions
 *   have: vouching for all of them would be a guess. O(entries log accounts + accounts).
 */
export function matchGuardList(
  directory: AccountDirectory,
  { entries }: GuardList,
  name = 'the guard list',
): GuardMatch {
  const bare = findBare(directory, entries);
  const sets: Record<GuardKind, Set<Account>> = { 'registered-body': new Set(), 'licensed-remitter': new Set() };
  const notFoundLines: number[] = [];
  const find = ({ institution, line }: GuardEntry, account: string): Account | undefined => {
    const exact = directory.find({ institution, account });
    if (exact !== undefined || institution !== '') return exact;
    const others = bare.get(accountText(account)) ?? [];
    if (others.length <= 1) return others[0];
    throw new InputError(
      'account-ambiguous',
      `Expected an institution on line ${line} of ${name}: ${others.length} institutions have that account`,
    );
  };
  for (const entry of entries) {
    const found = find(entry, entry.account) ?? find(entry, withoutBlanks(entry.account));
    if (found === undefined) notFoundLines.push(entry.line);
    else sets[entry.kind].add(found);
  }
  return {
    registeredBodies: sets['registered-body'],
    licensedRemitters: sets['licensed-remitter'],
    matched: entries.length - notFoundLines.length,
    notFoundLines,
  };
}

/** All texts that accounts of a guard list are looked for by. */
export function guardedTexts({ entries }: GuardList): string[] {
  return entries.flatMap(({ account }) => [account, withoutBlanks(account)].map(accountText));
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** By text, all accounts of the entries without institution, whatever theirs is; one pass over the directory. */
function findBare(directory: AccountDirectory, entries: readonly GuardEntry[]): ReadonlyMap<string, Account[]> {
  const found = new Map<string, Account[]>();
  for (const { institution, account } of entries) {
    if (institution === '') {
      for (const text of [account, withoutBlanks(account)]) found.set(accountText(text), []);
    }
  }
  if (found.size === 0) return found;
  for (let account = 0; account < directory.size; account++) {
    found.get(directory.key(account).account)?.push(account);
  }
  return found;
}

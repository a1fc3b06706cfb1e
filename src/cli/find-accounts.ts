import { type Account, InputError, UsageError } from '../foundation/index.js';
import { type AccountDirectory, accountText } from '../ledger/index.js';

/** Accounts that a list named. */
export interface NamedAccounts {
  /** Ascending, each once. */
  readonly accounts: readonly Account[];
  /** Lines of the list, from 1, whose account the data does not have. */
  readonly unknownLines: readonly number[];
}

/**
 * The account that a person typed: its text as written in the data (addresses of the Ethereum kind in any case) where only one institution has it, else
 * `institution/account`. The text is not repeated in messages, since it may be somebody's who stays unnamed.
 *
 * @throws UsageError `account-unknown`, `account-ambiguous`. O(accounts).
 */
export function findAccount(directory: AccountDirectory, text: string, flag: string): Account {
  const found = findAllAccounts(directory, [text])[0]!;
  if (found.length === 1) return found[0]!;
  if (found.length === 0) {
    throw new UsageError('account-unknown', `Expected ${flag} to name an account of the data but none is written so`);
  }
  throw new UsageError(
    'account-ambiguous',
    `Expected ${flag} to name one account but ${found.length} institutions have it; write institution/account`,
  );
}

/**
 * The accounts of a list, one to a line; blank lines count for nothing.
 *
 * @throws InputError `list-empty` if it has no entry, `accounts-unknown` if the data has none of them,
 *   `account-ambiguous` naming the first line that several institutions have
 */
export function findListedAccounts(directory: AccountDirectory, list: string): NamedAccounts {
  const entries = entriesOf(list);
  if (entries.length === 0) throw new InputError('list-empty', 'Expected a list of accounts, one to a line');
  const found = findAllAccounts(
    directory,
    entries.map(({ text }) => text),
  );
  const several = entries.find((_, i) => found[i]!.length > 1);
  if (several !== undefined) {
    throw new InputError(
      'account-ambiguous',
      `Expected one account on line ${several.line} of the list but several institutions have it; write institution/account`,
    );
  }
  const accounts = [...new Set(found.flat())].sort((a, b) => a - b);
  if (accounts.length === 0) {
    throw new InputError('accounts-unknown', `Expected accounts of the data but none of ${entries.length} is in it`);
  }
  return { accounts, unknownLines: entries.filter((_, i) => found[i]!.length === 0).map(({ line }) => line) };
}

/** The entries of such a list. */
export function entriesOf(list: string): { readonly line: number; readonly text: string }[] {
  const lines = list.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  return lines.map((text, i) => ({ line: i + 1, text: text.trim() })).filter(({ text }) => text !== '');
}

/** Every text that the account may have which a person typed: all of it, or what stands behind an institution. */
export function textsTyped(text: string): string[] {
  return [text, ...Array.from(text.matchAll(/[/:]/gu), ({ index }) => text.slice(index + 1))].map(accountText);
}

/** Every account that each text may mean, in one pass over the directory. */
function findAllAccounts(directory: AccountDirectory, texts: readonly string[]): Account[][] {
  const wanted = new Map<string, Account[]>(texts.map((text) => [accountText(text), []]));
  for (let account = 0; account < directory.size; account++) {
    wanted.get(directory.key(account).account)?.push(account);
  }
  return texts.map((text) => [...wanted.get(accountText(text))!, ...findQualified(directory, text)]);
}

/** Accounts written `institution/account`, or `institution:account` as outputs show them; both parts may hold marks. */
function findQualified(directory: AccountDirectory, text: string): Account[] {
  const found: Account[] = [];
  for (const { index } of text.matchAll(/[/:]/gu)) {
    if (index === 0) continue;
    const account = directory.find({ institution: text.slice(0, index), account: text.slice(index + 1) });
    if (account !== undefined) found.push(account);
  }
  return found;
}

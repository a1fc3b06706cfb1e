import { type Account, foldedText, textsHolding } from '../foundation/index.js';
import { type AccountDirectory } from '../ledger/index.js';

/** A longer text is no name. */
const LONGEST_NAME = 100;

/**
 * Names of holders that a case may say: of its listed accounts, where the ledger kept names. A name is left out if an account that
 * is not listed has it too, or if it holds the name or number of one (five letters or digits or more): that may be somebody who
 * merely paid. Not claimed: that the name is right, or that its bearer operated anything. O(accounts).
 *
 * @param listed accounts of operators, all accounts of a joined holder among them
 * @returns undefined where names were not kept
 */
export function keptHolderNames(
  accounts: AccountDirectory,
  listed: ReadonlySet<Account>,
): ReadonlyMap<Account, string> | undefined {
  if (!accounts.keepsNames) return undefined;
  const named = [...listed].flatMap((account) => {
    const name = accounts.holderName(account);
    return name === undefined || name.length > LONGEST_NAME ? [] : [{ account, name }];
  });
  const others = new Set<string>();
  const sought = function* (): Generator<string> {
    for (let account = 0; account < accounts.size; account++) {
      if (listed.has(account)) continue;
      const name = accounts.holderName(account);
      if (name !== undefined) {
        others.add(foldedText(name));
        yield name;
      }
      yield accounts.key(account).account;
    }
  };
  const telling = textsHolding(
    named.map(({ name }) => name),
    sought(),
  );
  const kept = named.filter(({ name }, i) => !telling.has(i) && !others.has(foldedText(name)));
  return new Map(kept.map(({ account, name }) => [account, name]));
}

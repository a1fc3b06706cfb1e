import { type Account, compareText } from '../foundation/index.js';

/** An account's identity: the institution and the account as written, leading zeros and all. */
export interface AccountKey {
  /** Empty where the data names no institution. */
  readonly institution: string;
  readonly account: string;
}

/**
 * All accounts of a ledger, in code-unit order of (institution, account); positions are the `Account` numbers of every
 * column. An optional holder joins the accounts of one person: they form one *unit*.
 */
export class AccountDirectory {
  readonly size: number;
  /** Unit of each account: the smallest account number with the same holder; accounts without holder are their own. */
  readonly unit: Int32Array;
  readonly #institutions: readonly string[];
  readonly #accounts: readonly string[];
  #members: ReadonlyMap<Account, readonly Account[]> | undefined;

  /** Used by the ledger builder; both lists must already be in directory order. */
  constructor(institutions: readonly string[], accounts: readonly string[], unit: Int32Array) {
    this.size = accounts.length;
    this.#institutions = institutions;
    this.#accounts = accounts;
    this.unit = unit;
  }

  key(account: Account): AccountKey {
    return { institution: this.#institutions[account] as string, account: this.#accounts[account] as string };
  }

  /** Accounts of a unit, ascending, itself first. Empty for an account that belongs to another's unit. */
  membersOf(unit: Account): readonly Account[] {
    this.#members ??= this.#groupMembers();
    return this.#members.get(unit) ?? (this.unit[unit] === unit ? [unit] : []);
  }

  /** Members of the units that have more than one. */
  #groupMembers(): Map<Account, Account[]> {
    const members = new Map<Account, Account[]>();
    this.unit.forEach((unit, account) => {
      if (unit === account) return;
      const known = members.get(unit);
      if (known === undefined) members.set(unit, [unit, account]);
      else known.push(account);
    });
    return members;
  }

  /** Account with this identity, or undefined. O(log size). */
  find(key: AccountKey): Account | undefined {
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = compareAccountKeys(this.key(middle), key);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }
}

/** Code-unit order of institution, then account. */
export function compareAccountKeys(left: AccountKey, right: AccountKey): number {
  return compareText(left.institution, right.institution) || compareText(left.account, right.account);
}

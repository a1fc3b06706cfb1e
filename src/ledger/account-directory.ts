import { type Account, compareText } from '../foundation/index.js';
import { type InternedKeys } from '../structures/index.js';
import { accountText } from './account-text.js';
import { institutionAccountKind } from './institution-accounts.js';

/** An account's identity: the institution and the account as written, leading zeros and all; see {@link accountText}. */
export interface AccountKey {
  /** Empty where the data names no institution. */
  readonly institution: string;
  readonly account: string;
}

/**
 * All accounts of a ledger, in code-unit order of (institution, account); positions are the `Account` numbers of every
 * column. Accounts of one holder form one *unit*, where the data have more than a name to tell that it is one.
 */
export class AccountDirectory {
  readonly size: number;
  /** Unit of each account: the smallest account number of the same holder; an account whose holder is not known is its own. */
  readonly unit: Int32Array;
  readonly #institutions: readonly string[];
  /** In order of first sight, tagged with the number of their institution. */
  readonly #keys: InternedKeys;
  readonly #bytes: Uint8Array;
  /** By account: its number in `#keys`. */
  readonly #order: Uint32Array;
  // A leading U+FEFF is part of the text, not a mark to be swallowed.
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #holderNames: readonly (string | undefined)[] | undefined;
  #members: ReadonlyMap<Account, readonly Account[]> | undefined;

  /** Used by the ledger builder; `order` lists the keys in directory order. */
  constructor(
    institutions: readonly string[],
    {
      keys,
      order,
      unit,
      holderNames,
    }: {
      readonly keys: InternedKeys;
      readonly order: Uint32Array;
      readonly unit: Int32Array;
      /** By account. Undefined where names are not kept. */
      readonly holderNames?: readonly (string | undefined)[] | undefined;
    },
  ) {
    this.size = order.length;
    this.#institutions = institutions;
    this.#keys = keys;
    this.#bytes = new Uint8Array(keys.pool.buffer, keys.pool.byteOffset, keys.pool.byteLength);
    this.#order = order;
    this.unit = unit;
    this.#holderNames = holderNames;
  }

  /** Whether names of holders were kept, which the user has to ask for when the data are read. */
  get keepsNames(): boolean {
    return this.#holderNames !== undefined;
  }

  /** Name of an account's holder; undefined where names were not kept, and where the data give none or several. */
  holderName(account: Account): string | undefined {
    return this.#holderNames?.[account];
  }

  /**
   * Some of the accounts as a directory of their own, with the texts of this one.
   *
   * @param accounts ascending
   * @param unit by place in `accounts`, in the new numbers. Default: each is its own
   */
  pick(accounts: Int32Array, unit: Int32Array = accounts.map((_, number) => number)): AccountDirectory {
    const names = this.#holderNames;
    return new AccountDirectory(this.#institutions, {
      keys: this.#keys,
      order: Uint32Array.from(accounts, (account) => this.#order[account]!),
      unit,
      holderNames: names && Array.from(accounts, (account) => names[account]),
    });
  }

  /** What the directory is made of, without names of holders: views, not copies. */
  toColumns(): { institutions: readonly string[]; keys: InternedKeys; order: Uint32Array; unit: Int32Array } {
    return { institutions: this.#institutions, keys: this.#keys, order: this.#order, unit: this.unit };
  }

  /** The texts of an account, decoded when they are asked for. */
  key(account: Account): AccountKey {
    const { words, lengths, tags } = this.#keys;
    const key = this.#order[account]!;
    const start = 4 * words[key]!;
    return {
      institution: this.#institutions[tags[key]!]!,
      account: this.#decoder.decode(this.#bytes.subarray(start, start + lengths[key]!)),
    };
  }

  /** Accounts of a unit, ascending, itself first. Empty for an account that belongs to another's unit. */
  membersOf(unit: Account): readonly Account[] {
    this.#members ??= this.#groupMembers();
    return this.#members.get(unit) ?? (this.unit[unit] === unit ? [unit] : []);
  }

  /** Accounts that stand for a desk, fees or interest of an institution, and for no customer; ascending. O(size). */
  institutionAccounts(): Account[] {
    const { words } = this.#keys;
    const found: Account[] = [];
    for (let account = 0; account < this.size; account++) {
      // All of them begin with a bracket, and hardly anything else does.
      if (this.#bytes[4 * words[this.#order[account]!]!] !== 0x28) continue;
      if (institutionAccountKind(this.key(account).account) !== undefined) found.push(account);
    }
    return found;
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

  /** Account with this identity, in whatever spelling ({@link accountText}), or undefined. O(log size). */
  find({ institution, account }: AccountKey): Account | undefined {
    const key = { institution, account: accountText(account) };
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

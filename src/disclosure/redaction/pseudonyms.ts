import { compareText } from '../../foundation/index.js';
import { type AccountKey } from '../../ledger/index.js';
import { codeOf, type KeyedHash } from './keyed-hash.js';

/** 96 bits: two of a million accounts share a pseudonym with a chance below 1 in 10^16. */
const PSEUDONYM_BYTES = 12;

/** What a pseudonym looks like; no account of a file is taken for one, since all are replaced. */
export const PSEUDONYM = /^[AI]-[0-9a-f]{24}$/u;

/**
 * Pseudonyms under one key: the same account has the same one in every case, and without the key nobody can make, check or
 * undo one. An account is the pair of institution and number, so one number at two banks is two pseudonyms. An institution that
 * the data do not name stays empty.
 */
export class Pseudonyms {
  readonly #hash: KeyedHash;
  readonly #institutions = new Map<string, string>();

  constructor(hash: KeyedHash) {
    this.#hash = hash;
  }

  institution(name: string): string {
    if (name === '') return '';
    const known = this.#institutions.get(name);
    if (known !== undefined) return known;
    const made = `I-${codeOf(this.#hash, 'institution', [name], PSEUDONYM_BYTES)}`;
    this.#institutions.set(name, made);
    return made;
  }

  account({ institution, account }: AccountKey): { institution: string; account: string } {
    return {
      institution: this.institution(institution),
      account: `A-${codeOf(this.#hash, 'account', [institution, account], PSEUDONYM_BYTES)}`,
    };
  }

  /** In the order of the pseudonyms: the order of a case is that of account numbers, and would tell which is the smaller. */
  accounts(keys: readonly AccountKey[]): { institution: string; account: string }[] {
    return keys.map((key) => this.account(key)).sort((a, b) => compareText(a.account, b.account));
  }
}

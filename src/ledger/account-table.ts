import { type Account } from '../foundation/index.js';
import { ByteInterner, GrowableColumn, TextInterner } from '../structures/index.js';
import { AccountDirectory } from './account-directory.js';

/** No holder seen yet / several different holders seen. */
const NO_HOLDER = -1;
const SEVERAL_HOLDERS = -2;

/**
 * Accounts while the ledger is being built: numbered in order of first sight, from texts or straight from UTF-8 bytes.
 * {@link AccountTable.finish} renumbers them in directory order.
 */
export class AccountTable {
  /** Institutions under tag 0. The empty institution is always number 0. */
  readonly institutions = new ByteInterner();
  /** Accounts under the number of their institution. */
  readonly accounts = new ByteInterner();
  readonly #holders = new TextInterner();
  readonly #holderOf = new GrowableColumn(Int32Array);
  readonly #encoder = new TextEncoder();
  #scratch = new Uint8Array(256);

  constructor() {
    this.institutions.intern(this.#scratch, 0, 0, 0);
  }

  get size(): number {
    return this.accounts.size;
  }

  /** Provisional number of the account; the same pair always gets the same number. */
  intern(institution: string, account: string): number {
    const bank = institution === '' ? 0 : this.internInstitution(institution);
    const length = this.#encode(account);
    return this.accounts.intern(this.#scratch, 0, length, bank);
  }

  internInstitution(institution: string): number {
    const length = this.#encode(institution);
    return this.institutions.intern(this.#scratch, 0, length, 0);
  }

  /** Remembers who holds the account. Different holders for one account make it nobody's: it stays its own unit. */
  noteHolder(account: number, holder: string): void {
    while (this.#holderOf.length <= account) this.#holderOf.push(NO_HOLDER);
    const party = this.#holders.intern(holder);
    const known = this.#holderOf.array[account]!;
    this.#holderOf.array[account] = known === NO_HOLDER || known === party ? party : SEVERAL_HOLDERS;
  }

  /** The directory, the new number of each provisional account, and how many accounts had several holders. */
  finish(): { directory: AccountDirectory; renumbered: Int32Array; severalHolders: number } {
    // A leading U+FEFF is part of a name: swallowing it would give two accounts one name.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const banks = Array.from({ length: this.institutions.size }, (_, i) => decoder.decode(this.institutions.bytes(i)));
    const bankOrder = [...banks.keys()].sort((a, b) => (banks[a]! < banks[b]! ? -1 : 1));
    const bankRank = new Int32Array(banks.length);
    bankOrder.forEach((bank, rank) => (bankRank[bank] = rank));

    const names = Array.from({ length: this.size }, (_, i) => decoder.decode(this.accounts.bytes(i)));
    const order = Array.from(names.keys()).sort((a, b) => {
      const byBank = bankRank[this.accounts.tag(a)]! - bankRank[this.accounts.tag(b)]!;
      return byBank !== 0 ? byBank : names[a]! < names[b]! ? -1 : 1;
    });
    const renumbered = new Int32Array(this.size);
    order.forEach((provisional, account) => (renumbered[provisional] = account));

    const { unit, severalHolders } = this.#units(order);
    const directory = new AccountDirectory(
      order.map((provisional) => banks[this.accounts.tag(provisional)] as string),
      order.map((provisional) => names[provisional] as string),
      unit,
    );
    return { directory, renumbered, severalHolders };
  }

  #units(order: readonly number[]): { unit: Int32Array; severalHolders: number } {
    const unit = new Int32Array(order.length);
    const firstOfHolder = new Map<number, Account>();
    let severalHolders = 0;
    order.forEach((provisional, account) => {
      unit[account] = account;
      const holder = provisional < this.#holderOf.length ? this.#holderOf.array[provisional]! : NO_HOLDER;
      if (holder === SEVERAL_HOLDERS) severalHolders++;
      if (holder < 0) return;
      const first = firstOfHolder.get(holder);
      if (first === undefined) firstOfHolder.set(holder, account);
      else unit[account] = first;
    });
    return { unit, severalHolders };
  }

  #encode(text: string): number {
    if (text.length * 3 > this.#scratch.length) this.#scratch = new Uint8Array(text.length * 3);
    return this.#encoder.encodeInto(text, this.#scratch).written;
  }
}

import { ByteInterner, type InternedKeys, type KeyBytes } from '../structures/index.js';
import { AccountDirectory } from './account-directory.js';
import { ADDRESS_LENGTH, isAddressWithCapitals, smallAddress } from './account-text.js';
import { type HolderCounts, type HolderPart, HolderTable, type SameHolder } from './holder-table.js';
import { institutionAccountKind } from './institution-accounts.js';
import { sortTexts } from './sort-texts.js';

/** The accounts of a table, as columns that can go to another thread. */
export interface AccountPart {
  readonly institutions: InternedKeys;
  readonly accounts: InternedKeys;
  readonly holders: HolderPart;
}

/** What is known of holders when the directory is made. */
export interface HolderChoices {
  /** Default 'name-and-id'. */
  readonly sameHolder?: SameHolder;
  /** Whether the directory keeps the names. Default false. */
  readonly keepNames?: boolean;
}

/**
 * Accounts while the ledger is being built: numbered in order of first sight, from texts or straight from UTF-8 bytes.
 * All spellings of one account have one number, see {@link accountText}; numbers need not be without gaps.
 * {@link AccountTable.finish} renumbers them in directory order.
 */
export class AccountTable {
  /** Institutions under tag 0. The empty institution is always number 0. */
  readonly institutions = new ByteInterner();
  /** Accounts under the number of their institution. */
  readonly accounts = new ByteInterner();
  /** Numbers of spellings that are not the one of their account, and the number of that one. */
  readonly #otherSpellings = new Map<number, number>();
  /** Accounts below this number have been looked at for other spellings. */
  #settled = 0;
  readonly #holders = new HolderTable();
  readonly #encoder = new TextEncoder();
  #scratch = new Uint8Array(256);

  constructor() {
    this.institutions.intern(this.#scratch, 0, 0, 0);
  }

  /** Provisional number of the account; the same pair always gets the same number. */
  intern(institution: string, account: string): number {
    const bank = institution === '' ? 0 : this.internInstitution(institution);
    const length = this.#encode(account);
    const number = this.accounts.intern(this.#scratch, 0, length, bank);
    this.#settle();
    return this.#otherSpellings.get(number) ?? number;
  }

  /**
   * Interns accounts from their bytes, as {@link ByteInterner.internBatch} does, `tags` being the numbers of their
   * institutions: other spellings of an account get its number.
   */
  internBatch(
    source: KeyBytes,
    starts: Int32Array,
    ends: Int32Array,
    tags: Int32Array,
    count: number,
    numbers: Int32Array,
  ): void {
    this.accounts.internBatch(source, starts, ends, tags, count, numbers);
    this.#settle();
    this.#renumberSpellings(numbers, count);
  }

  internInstitution(institution: string): number {
    const length = this.#encode(institution);
    return this.institutions.intern(this.#scratch, 0, length, 0);
  }

  /**
   * Remembers who holds the account: a name, and a second identifier where the data have one. Different names for one account
   * make it nobody's: it stays its own unit.
   */
  noteHolder(account: number, holder: string, id = ''): void {
    this.#holders.note(account, holder, id);
  }

  /**
   * Texts of all accounts of customers of at least this many bytes, in every spelling, and of all holders with their identifiers.
   *
   * @param mayCount of the UTF-8 bytes of an account, whether it is wanted; spares making texts of the others. Default: all are.
   */
  *texts(
    leastBytes: number,
    mayCount: (bytes: Uint8Array, from: number, to: number) => boolean = () => true,
  ): Generator<string, void, undefined> {
    const decoder = new TextDecoder();
    const { pool, words, lengths } = this.accounts.keys();
    const bytes = new Uint8Array(pool.buffer, pool.byteOffset, pool.byteLength);
    for (let number = 0; number < lengths.length; number++) {
      const length = lengths[number]!;
      const from = words[number]! * pool.BYTES_PER_ELEMENT;
      if (length < leastBytes || !mayCount(bytes, from, from + length)) continue;
      const text = decoder.decode(bytes.subarray(from, from + length));
      if (institutionAccountKind(text) === undefined) yield text;
    }
    yield* this.#holders.texts();
  }

  /** Everything in the table, as views; nothing may be added afterwards. */
  take(): AccountPart {
    const [institutions, accounts] = [this.institutions.keys(), this.accounts.keys()];
    return { institutions, accounts, holders: this.#holders.take() };
  }

  /** Adds the accounts of another table with their holders: the number of each here. */
  addPart({ institutions, accounts, holders }: AccountPart): Int32Array {
    const banks = this.institutions.internKeys(institutions, institutions.tags);
    const tags = new Int32Array(accounts.tags.length);
    for (let account = 0; account < tags.length; account++) tags[account] = banks[accounts.tags[account]!]!;
    const numbers = this.accounts.internKeys(accounts, tags);
    this.#settle();
    this.#renumberSpellings(numbers, numbers.length);
    this.#holders.addPart(holders, numbers);
    return numbers;
  }

  /** The directory, the new number of each provisional account, and what came of the names of holders. */
  finish({ sameHolder = 'name-and-id', keepNames = false }: HolderChoices = {}): {
    readonly directory: AccountDirectory;
    readonly renumbered: Int32Array;
    readonly holders: HolderCounts;
  } {
    const bankOrder = sortTexts(this.institutions, this.institutions.keys(), undefined);
    const bankRank = new Uint32Array(bankOrder.length);
    for (let rank = 0; rank < bankOrder.length; rank++) bankRank[bankOrder[rank]!] = rank;
    const keys = this.accounts.keys();
    const ranks = new Uint32Array(this.accounts.size);
    for (let account = 0; account < ranks.length; account++) ranks[account] = bankRank[keys.tags[account]!]!;
    const sorted = sortTexts(this.accounts, keys, ranks);
    const order =
      this.#otherSpellings.size === 0 ? sorted : sorted.filter((number) => !this.#otherSpellings.has(number));
    const renumbered = new Int32Array(this.accounts.size);
    for (let account = 0; account < order.length; account++) renumbered[order[account]!] = account;
    const { unit, counts } = this.#holders.units(order, sameHolder);
    const holderNames = keepNames ? this.#holders.namesBy(order) : undefined;
    const directory = new AccountDirectory(this.institutions.texts(), { keys, order, unit, holderNames });
    return { directory, renumbered, holders: counts };
  }

  /** Finds the new accounts that are another spelling of one, which is added if it is not there. */
  #settle(): void {
    for (; this.#settled < this.accounts.size; this.#settled++) {
      const number = this.#settled;
      if (this.accounts.keyLength(number) !== ADDRESS_LENGTH) continue;
      const bytes = this.accounts.bytes(number);
      if (!isAddressWithCapitals(bytes)) continue;
      const spelling = this.accounts.intern(smallAddress(bytes), 0, bytes.length, this.accounts.tag(number));
      this.#otherSpellings.set(number, spelling);
    }
  }

  #renumberSpellings(numbers: Int32Array, count: number): void {
    if (this.#otherSpellings.size === 0) return;
    for (let i = 0; i < count; i++) numbers[i] = this.#otherSpellings.get(numbers[i]!) ?? numbers[i]!;
  }

  #encode(text: string): number {
    if (text.length * 3 > this.#scratch.length) this.#scratch = new Uint8Array(text.length * 3);
    return this.#encoder.encodeInto(text, this.#scratch).written;
  }
}

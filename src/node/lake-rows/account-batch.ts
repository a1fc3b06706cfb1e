import { type AccountTable } from '../../ledger/index.js';
import { GrowableColumn } from '../../structures/index.js';
import { CHUNK_ROWS, type SqlChunk } from '../duckdb.js';
import { type TextBatch } from './text-batch.js';
import { type WordColumn } from './word-column.js';

/** The two columns that name an account. */
export interface AccountColumns {
  readonly institution: WordColumn;
  readonly account: TextBatch;
}

/** The accounts at one end of the rows of a chunk, and which account stands for the holder where accounts are joined. */
export class AccountBatch {
  /** By row of the chunk. */
  readonly numbers = new Int32Array(CHUNK_ROWS);
  readonly #own: AccountColumns;
  readonly #unit: AccountColumns;
  readonly #joined = new Int32Array(CHUNK_ROWS);
  readonly #starts = new Int32Array(CHUNK_ROWS);
  readonly #ends = new Int32Array(CHUNK_ROWS);
  readonly #tags = new Int32Array(CHUNK_ROWS);
  readonly #found = new Int32Array(CHUNK_ROWS);

  constructor(own: AccountColumns, unit: AccountColumns) {
    this.#own = own;
    this.#unit = unit;
  }

  load(chunk: SqlChunk): void {
    for (const { institution, account } of [this.#own, this.#unit]) {
      institution.load(chunk);
      account.load(chunk);
    }
  }

  /** Whether a row names an account. */
  isGiven(row: number): boolean {
    const { starts, ends } = this.#own.account;
    return starts[row]! >= 0 && ends[row]! > starts[row]!;
  }

  /** Numbers the accounts of the first `count` rows, all of which name one. */
  intern(accounts: AccountTable, holders: JoinedAccounts, count: number): void {
    const { institution, account } = this.#own;
    for (let row = 0; row < count; row++) this.#tags[row] = Math.max(institution.number(row), 0);
    accounts.internBatch(account.source, account.starts, account.ends, this.#tags, count, this.numbers);
    if (!this.#unit.account.isEmpty) this.#joinUnits(accounts, holders, count);
  }

  #joinUnits(accounts: AccountTable, holders: JoinedAccounts, count: number): void {
    const { institution, account } = this.#unit;
    let joined = 0;
    for (let row = 0; row < count; row++) {
      if (account.starts[row]! < 0) continue;
      this.#joined[joined] = row;
      this.#starts[joined] = account.starts[row]!;
      this.#ends[joined] = account.ends[row]!;
      this.#tags[joined] = Math.max(institution.number(row), 0);
      joined++;
    }
    accounts.internBatch(account.source, this.#starts, this.#ends, this.#tags, joined, this.#found);
    for (let i = 0; i < joined; i++) holders.join(accounts, this.numbers[this.#joined[i]!]!, this.#found[i]!);
  }
}

/** Which accounts have been joined with the one that stands for their holder. */
export class JoinedAccounts {
  /** By account: the one that stands for it, plus one. */
  readonly #unitOf = new GrowableColumn(Int32Array);

  join(accounts: AccountTable, account: number, unit: number): void {
    const known = this.#unitOf;
    if (known.length <= account) known.appendRepeated(0, account + 1 - known.length);
    if (known.array[account] === unit + 1) return;
    known.array[account] = unit + 1;
    // Twice the same text: who is joined has been decided, by whatever rule.
    const holder = String(unit);
    accounts.noteHolder(account, holder, holder);
    accounts.noteHolder(unit, holder, holder);
  }
}

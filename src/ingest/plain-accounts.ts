import { type AccountTable } from '../ledger/index.js';
import { ByteInterner, type KeyBytes } from '../structures/index.js';
import { gatherBoundsInto, gatherPairsInto } from './byte-cells.kernel.js';
import { BATCH, type PlainBatch } from './plain-batch.js';
import { NO_CELL, type PartyPlan } from './row-plan.js';

/**
 * Numbers the accounts of a batch. Where the institution stands right before its account, both are looked up as one
 * stretch of bytes; only stretches never seen before are taken apart. That halves the waiting for memory, which is most of
 * the work.
 */
export class PlainAccounts {
  readonly #accounts: AccountTable;
  /** Stretches "institution, delimiter, account" as written; the value of each is the account that it stands for. */
  readonly #pairs = new ByteInterner();
  /** How many of them have their account. */
  #settled = 0;
  readonly #starts = new Int32Array(BATCH);
  readonly #ends = new Int32Array(BATCH);
  readonly #tags = new Int32Array(BATCH);
  readonly #none = new Int32Array(BATCH);
  readonly #found = new Int32Array(BATCH);
  readonly #fresh = new Int32Array(BATCH);
  readonly #freshFound = new Int32Array(BATCH);
  readonly #accountOf = new Int32Array(BATCH);

  constructor(accounts: AccountTable) {
    this.#accounts = accounts;
  }

  /** Writes the account of one side of each fine record into `numbers`, by record. */
  readInto(source: KeyBytes, batch: PlainBatch, party: PartyPlan, numbers: Int32Array): void {
    const { fine, fineCount } = batch;
    let accounts = this.#accountOf;
    if (this.#findPairs(source, batch, party)) this.#internFresh(source, batch, party);
    else {
      accounts = this.#found;
      this.#intern(source, batch, party, fine, fineCount, accounts);
    }
    for (let i = 0; i < fineCount; i++) numbers[fine[i]!] = accounts[i]!;
  }

  /** Looks up institution and account as one stretch; false if they are not one, or too long. */
  #findPairs(source: KeyBytes, batch: PlainBatch, { institution, account }: PartyPlan): boolean {
    if (institution === NO_CELL || institution + 1 !== account) return false;
    const { fine, fineCount, bounds, cellCount } = batch;
    const starts = this.#starts;
    const ends = this.#ends;
    const tags = this.#tags;
    if (gatherPairsInto(bounds, cellCount, institution, fine, fineCount, starts, ends, tags) === 0) return false;
    this.#pairs.internBatch(source, starts, ends, tags, fineCount, this.#found, this.#accountOf);
    return true;
  }

  /** Interns the accounts of pairs that this batch is the first to have. */
  #internFresh(source: KeyBytes, batch: PlainBatch, party: PartyPlan): void {
    const settled = this.#settled;
    const count = this.#pairs.size - settled;
    if (count === 0) return;
    const found = this.#found;
    const fresh = this.#fresh;
    const accounts = this.#freshFound;
    // New numbers are given in order of first sight.
    for (let i = 0, next = 0; next < count; i++) if (found[i] === settled + next) fresh[next++] = batch.fine[i]!;
    this.#intern(source, batch, party, fresh, count, accounts);
    for (let i = 0; i < count; i++) this.#pairs.setValue(settled + i, accounts[i]!);
    for (let i = 0; i < batch.fineCount; i++) {
      if (found[i]! >= settled) this.#accountOf[i] = accounts[found[i]! - settled]!;
    }
    this.#settled = this.#pairs.size;
  }

  /** Interns the accounts of the `count` records listed in `wanted` into `numbers`. */
  #intern(
    source: KeyBytes,
    batch: PlainBatch,
    party: PartyPlan,
    wanted: Int32Array,
    count: number,
    numbers: Int32Array,
  ): void {
    const { bounds, cellCount } = batch;
    const { institutions } = this.#accounts;
    const starts = this.#starts;
    const ends = this.#ends;
    const banks = this.#tags.fill(0);
    if (party.institution !== NO_CELL) {
      gatherBoundsInto(bounds, cellCount, party.institution, wanted, count, starts, ends);
      institutions.internBatch(source, starts, ends, this.#none, count, banks);
    }
    gatherBoundsInto(bounds, cellCount, party.account, wanted, count, starts, ends);
    this.#accounts.internBatch(source, starts, ends, banks, count, numbers);
  }
}

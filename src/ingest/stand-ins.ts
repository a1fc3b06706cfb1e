import { channelCode, INSTITUTION_ACCOUNT_KINDS, type InstitutionAccount } from '../ledger/index.js';

const WORDS: Readonly<Record<InstitutionAccount, string>> = {
  'cash-desk': 'the cash desk',
  fees: 'fees',
  interest: 'interest',
};

/** Counts the rows in which an account of the institution stands in for one that the file does not name. */
export class StandIns {
  readonly #counts = new Map<InstitutionAccount, number>();

  /** Counts a row, and says what its channel is. */
  channel(kind: InstitutionAccount): number {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    return channelCode(kind === 'cash-desk' ? 'cash' : 'internal');
  }

  /** What the report says of the file; nothing where nobody stood in. */
  sentences(): string[] {
    const kinds = INSTITUTION_ACCOUNT_KINDS.filter((kind) => this.#counts.has(kind));
    if (kinds.length === 0) return [];
    const total = kinds.reduce((sum, kind) => sum + this.#counts.get(kind)!, 0);
    const parts = kinds.map((kind) => `${WORDS[kind]} in ${this.#counts.get(kind)!}`).join(', ');
    return [`${total} rows name no counterparty; accounts of the institution stand in: ${parts}`];
  }
}

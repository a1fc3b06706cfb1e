import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';

/** A published case, or its innocent twin, as transfers; and who is who in it. */
export interface Story {
  readonly transfers: readonly TransferInput[];
  /** Accounts that a lead should be about: collectors and whom they feed. Empty in a twin. */
  readonly operators: readonly string[];
  /** Families who pay: counted, never named anywhere. */
  readonly payers: readonly string[];
  /** Accounts that the user vouches for as licensed remitters or exchanges. Default none. */
  readonly licensed?: readonly string[];
  /** The same for registered bodies. Default none. */
  readonly registered?: readonly string[];
}

/** Columns of a transfer besides who, whom, when and how much. */
export type Details = Partial<
  Pick<
    TransferInput,
    | 'channel'
    | 'placeFrom'
    | 'placeTo'
    | 'countryFrom'
    | 'countryTo'
    | 'payerHolder'
    | 'beneficiaryHolder'
    | 'payerHolderId'
    | 'beneficiaryHolderId'
  >
>;

/** Collects the transfers of a story. */
export interface StoryBook {
  readonly transfers: TransferInput[];
  /** A payment of units of the currency, on a day after the start; part of a day is a time of day. */
  readonly pay: (payer: string, beneficiary: string, amount: number, day: number, details?: Details) => void;
}

/** @param startMs first day of the story; `usual` fills the columns that a payment leaves open */
export function openBook(currency: string, startMs: number, usual: Details = {}): StoryBook {
  const transfers: TransferInput[] = [];
  return {
    transfers,
    pay: (payer, beneficiary, amount, day, details = {}) => {
      const timeMs = startMs + Math.round(day * DAY_MS);
      transfers.push({ payer, beneficiary, timeMs, amount: amount.toFixed(2), currency, ...usual, ...details });
    },
  };
}

/** Names `prefix-0` onwards. */
export function named(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}-${i}`);
}

/** Columns of a payment from one place to another within a country, or between two. */
export function between(from: string, to: string, countryFrom: string, countryTo = countryFrom): Details {
  return { placeFrom: from, placeTo: to, countryFrom, countryTo };
}

/** Every account of a story. */
export function accountsOf({ transfers }: Pick<Story, 'transfers'>): Set<string> {
  return new Set(transfers.flatMap(({ payer, beneficiary }) => [payer, beneficiary].map(textOf)));
}

/** An account as text: those of stories have no institution. */
export function textOf(account: TransferInput['payer']): string {
  return typeof account === 'string' ? account : `${account.institution}/${account.account}`;
}

import { type Precision } from '../foundation/index.js';
import { type AccountKey } from './account-directory.js';
import { type Channel } from './channel.js';

/** A transfer as plain values, for tools that embed the library and for tests. Empty texts, but for amounts, count as not given. */
export interface TransferInput {
  readonly payer: AccountKey | string;
  readonly beneficiary: AccountKey | string;
  /** UTC milliseconds. For other times see {@link DatedTransferInput}. */
  readonly timeMs: number;
  /** Default 'millisecond', or as a text of `time` is written. */
  readonly precision?: Precision;
  /** Exact decimal text, positive. Numbers are refused: they have been rounded already. Left out: the transfer has no amount. */
  readonly amount?: string;
  /**
   * Taken as it is: ledgers hold tokens beside codes of ISO 4217, so that `eur` and `EUR` are two currencies here, which readers of files
   * would make one. Default 'XXX', ISO 4217's code for "no currency".
   */
  readonly currency?: string;
  readonly receivedAmount?: string;
  readonly receivedCurrency?: string;
  readonly channel?: Channel;
  readonly placeFrom?: string;
  readonly placeTo?: string;
  readonly countryFrom?: string;
  readonly countryTo?: string;
  /** Name of a holder. Accounts are joined where the id agrees as well: a name alone joins nobody. */
  readonly payerHolder?: string;
  readonly beneficiaryHolder?: string;
  /** What tells holders of one name apart: an id, a birth date, an address. Counts only beside the name. */
  readonly payerHolderId?: string;
  readonly beneficiaryHolderId?: string;
  readonly id?: string;
}

/** A transfer with a time that is not yet in milliseconds. */
export interface DatedTransferInput extends Omit<TransferInput, 'timeMs'> {
  /** A Date, ISO 8601 text (UTC where it has no offset, as precise as it is written), or UTC milliseconds. */
  readonly time: Date | string | number;
}

/** An account's identity as a pair: institution, account. */
export type KeyPair = readonly [institution: string, account: string];

/** What is known of the two ends of a transfer in the whole ledger, as bits of one number. */
export const ROW_BITS = Object.freeze({
  payerCore: 1,
  payerHub: 2,
  payerPublic: 4,
  beneficiaryCore: 8,
  beneficiaryHub: 16,
  beneficiaryPublic: 32,
  payerEverybodys: 64,
  beneficiaryEverybodys: 128,
});

/** A transfer as plain values: a real row of a ledger, with the file and line that it came from. */
export interface TransferRow {
  /** Name of the file. */
  readonly source: string;
  /** Line in it: with the source what the row is known by. */
  readonly row: number;
  /** Place in the posting order, or undefined where the data give none. */
  readonly sequence: number | undefined;
  /** In the unit of the ledger's times. */
  readonly timeMs: number;
  /** Index into PRECISIONS. */
  readonly precision: number;
  readonly payer: KeyPair;
  readonly beneficiary: KeyPair;
  /** The account that stands for all of its holder, where that is another one and holders are joined. */
  readonly payerUnit: KeyPair | undefined;
  readonly beneficiaryUnit: KeyPair | undefined;
  /** Exact decimal text. */
  readonly amount: string | undefined;
  readonly currency: string | undefined;
  /** Only where it differs from what was paid. */
  readonly receivedAmount: string | undefined;
  readonly receivedCurrency: string | undefined;
  /** Index into CHANNELS. */
  readonly channel: number;
  /** placeFrom, placeTo, countryFrom, countryTo. */
  readonly places: readonly (string | undefined)[];
  readonly id: string | undefined;
}

/** A transfer on its way into a slice, and what the whole knows of its two ends. */
export interface SliceRow extends TransferRow {
  /** See {@link ROW_BITS}. */
  readonly bits: number;
  /** How many different others pay each of the two ends. */
  readonly payerPayers: number;
  readonly beneficiaryPayers: number;
}

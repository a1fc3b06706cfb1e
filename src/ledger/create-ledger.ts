import { parseExactDecimal, type Precision, PRECISIONS, UsageError } from '../foundation/index.js';
import { type AccountKey } from './account-directory.js';
import { type BuildOptions, type BuiltLedger } from './assemble-ledger.js';
import { type Channel, channelCode } from './channel.js';
import { LedgerBuilder } from './ledger-builder.js';

/** A transfer as plain values, for tools that embed the library and for tests. */
export interface TransferInput {
  readonly payer: AccountKey | string;
  readonly beneficiary: AccountKey | string;
  /** UTC milliseconds. */
  readonly timeMs: number;
  /** Default 'millisecond'. */
  readonly precision?: Precision;
  /** Exact decimal text, positive. Left out: the transfer has no amount. */
  readonly amount?: string;
  /** Default 'XXX', ISO 4217's code for "no currency". */
  readonly currency?: string;
  readonly receivedAmount?: string;
  readonly receivedCurrency?: string;
  readonly channel?: Channel;
  readonly placeFrom?: string;
  readonly placeTo?: string;
  readonly countryFrom?: string;
  readonly countryTo?: string;
  readonly payerHolder?: string;
  readonly beneficiaryHolder?: string;
  readonly id?: string;
}

/**
 * A ledger from transfers that are already objects. Lines of the source are their positions, from 1.
 *
 * @throws UsageError `transfer-amount` if an amount is not a positive decimal, `transfer-time` if a time is no integer
 * @example
 * const { ledger } = createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 0, amount: '12.50', currency: 'EUR' }]);
 */
export function createLedger(transfers: Iterable<TransferInput>, options: BuildOptions = {}): BuiltLedger {
  const builder = new LedgerBuilder();
  const file = builder.addSource({ name: 'memory', sha256: '' });
  let line = 0;
  for (const transfer of transfers) appendTransfer(builder, transfer, file, ++line);
  return builder.finish(options);
}

function appendTransfer(builder: LedgerBuilder, transfer: TransferInput, file: number, line: number): void {
  const currency = transfer.currency ?? 'XXX';
  if (!Number.isSafeInteger(transfer.timeMs)) {
    throw new UsageError('transfer-time', `Expected integer milliseconds but received ${transfer.timeMs}`);
  }
  const payer = internAccount(builder, transfer.payer);
  const beneficiary = internAccount(builder, transfer.beneficiary);
  const precision = PRECISIONS.indexOf(transfer.precision ?? 'millisecond');
  const channel = channelCode(transfer.channel ?? 'unknown');
  const code = transfer.amount === undefined ? 0 : builder.currencies.intern(currency);
  builder.appendRow(payer, beneficiary, transfer.timeMs, precision, NaN, 0, code, channel, file, line);
  if (transfer.amount !== undefined) {
    const paid = positive(transfer.amount);
    builder.setExactAmount(paid.mantissa, paid.decimals);
  }
  if (transfer.receivedAmount !== undefined) {
    const received = positive(transfer.receivedAmount);
    const receivedCode = builder.currencies.intern(transfer.receivedCurrency ?? currency);
    builder.setReceived(received.mantissa, received.decimals, receivedCode);
  }
  const places = [transfer.placeFrom, transfer.placeTo, transfer.countryFrom, transfer.countryTo];
  places.forEach((place, kind) => {
    if (place !== undefined) builder.setPlace(kind, builder.places.intern(place));
  });
  if (transfer.payerHolder !== undefined) builder.accounts.noteHolder(payer, transfer.payerHolder);
  if (transfer.beneficiaryHolder !== undefined) builder.accounts.noteHolder(beneficiary, transfer.beneficiaryHolder);
  if (transfer.id !== undefined) builder.setId(transfer.id);
}

function internAccount(builder: LedgerBuilder, account: AccountKey | string): number {
  return typeof account === 'string'
    ? builder.accounts.intern('', account)
    : builder.accounts.intern(account.institution, account.account);
}

function positive(text: string): { mantissa: bigint; decimals: number } {
  const value = parseExactDecimal(text);
  if (value === undefined || value.mantissa <= 0n) {
    throw new UsageError('transfer-amount', `Expected a positive decimal amount but received ${text}`);
  }
  return value;
}

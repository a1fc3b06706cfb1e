import { formatMinor, type Money, type Precision, PRECISIONS, type Row } from '../foundation/index.js';
import { type AccountKey } from './account-directory.js';
import { type Channel, CHANNELS } from './channel.js';
import { type LedgerParts } from './ledger-parts.js';
import { type SourcePosition } from './source-file.js';

/** A transfer of a ledger as plain values; what is not known is not there. `createLedger` takes it. */
export interface LedgerTransfer {
  readonly payer: AccountKey;
  readonly beneficiary: AccountKey;
  /** UTC milliseconds; the step or the position where there is no clock. */
  readonly timeMs: number;
  readonly precision: Precision;
  /** Exact decimal text. */
  readonly amount?: string;
  readonly currency?: string;
  readonly receivedAmount?: string;
  readonly receivedCurrency?: string;
  readonly channel?: Channel;
  readonly placeFrom?: string;
  readonly placeTo?: string;
  readonly countryFrom?: string;
  readonly countryTo?: string;
  readonly id?: string;
  readonly source: SourcePosition;
}

/** What is read of a ledger beside its parts. */
interface ReadableLedger extends LedgerParts {
  readonly rowCount: number;
  amount(row: Row): Money | undefined;
  received(row: Row): Money | undefined;
  id(row: Row): string | undefined;
  source(row: Row): SourcePosition;
}

/** The transfers of a ledger in row order. */
export function* listTransfers(ledger: ReadableLedger): Generator<LedgerTransfer, void, undefined> {
  for (let row = 0; row < ledger.rowCount; row++) yield transferAt(ledger, row);
}

function transferAt(ledger: ReadableLedger, row: Row): LedgerTransfer {
  const { accounts, columns, places } = ledger;
  const [amount, received] = [ledger.amount(row), ledger.received(row)];
  const channel = CHANNELS[columns.channel[row]!]!;
  const id = ledger.id(row);
  const placed = (['placeFrom', 'placeTo', 'countryFrom', 'countryTo'] as const).flatMap((kind) => {
    const place = places[columns[kind]?.[row] ?? -1];
    return place === undefined ? [] : [[kind, place]];
  });
  return {
    payer: accounts.key(columns.payer[row]!),
    beneficiary: accounts.key(columns.beneficiary[row]!),
    timeMs: columns.timeMs[row]!,
    precision: PRECISIONS[columns.precision[row]!]!,
    ...(amount === undefined ? {} : { amount: decimalOf(amount), currency: amount.currency }),
    ...(received === undefined || isSame(received, amount)
      ? {}
      : { receivedAmount: decimalOf(received), receivedCurrency: received.currency }),
    ...(channel === 'unknown' ? {} : { channel }),
    ...(Object.fromEntries(placed) as Partial<LedgerTransfer>),
    ...(id === undefined || id === '' ? {} : { id }),
    source: ledger.source(row),
  };
}

function decimalOf({ minor, scale }: Money): string {
  return formatMinor(minor, scale);
}

function isSame(left: Money, right: Money | undefined): boolean {
  return right !== undefined && left.currency === right.currency && left.minor === right.minor;
}

import { type Account, formatMoney, type Row } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';
import { keyOf } from './account-keys.js';
import { type KeyPair, type TransferRow } from './slice-row.js';

/** The two ends of a transfer, as accounts that may stand for a holder. */
export interface RowEnds {
  readonly payer: Account;
  readonly beneficiary: Account;
}

/** A row of a ledger as plain values; `ends` are the accounts that stand for its payer and its beneficiary. */
export function plainRow(
  ledger: Ledger,
  row: Row,
  ends: RowEnds,
  key: (account: Account) => KeyPair = (account) => keyOf(ledger, account),
): TransferRow {
  const { columns, currencies, places } = ledger;
  const [payer, beneficiary] = [columns.payer[row]!, columns.beneficiary[row]!];
  const [paid, received] = [ledger.amount(row), ledger.received(row)];
  const isSame = received === undefined || (received.minor === paid?.minor && received.currency === paid.currency);
  const id = ledger.id(row);
  const placeOf = (column: Int32Array | undefined): string | undefined => places[column?.[row] ?? -1];
  return {
    source: ledger.sources[columns.sourceFile[row]!]!.name,
    row: columns.sourceLine[row]!,
    sequence: ledger.sequenced ? row : undefined,
    timeMs: columns.timeMs[row]!,
    precision: columns.precision[row]!,
    payer: key(payer),
    beneficiary: key(beneficiary),
    payerUnit: ends.payer === payer ? undefined : key(ends.payer),
    beneficiaryUnit: ends.beneficiary === beneficiary ? undefined : key(ends.beneficiary),
    amount: paid && formatMoney(paid),
    currency: currencies[columns.currency[row]!]?.code,
    receivedAmount: isSame ? undefined : formatMoney(received),
    receivedCurrency: isSame ? undefined : received.currency,
    channel: columns.channel[row]!,
    places: [columns.placeFrom, columns.placeTo, columns.countryFrom, columns.countryTo].map(placeOf),
    id: id === '' ? undefined : id,
  };
}

import { PRECISIONS } from '../../src/foundation/index.js';
import { type Ledger, type TransferInput } from '../../src/ledger/index.js';

/** The transfers of a ledger with all columns filled, as plain values again. */
export function transfersOf(ledger: Ledger): TransferInput[] {
  const { columns, accounts, places } = ledger;
  return Array.from({ length: ledger.rowCount }, (_, row): TransferInput => {
    const amount = ledger.amount(row)!;
    return {
      payer: accounts.key(columns.payer[row]!),
      beneficiary: accounts.key(columns.beneficiary[row]!),
      timeMs: columns.timeMs[row]!,
      precision: PRECISIONS[columns.precision[row]!]!,
      amount: `${amount.minor}e-${amount.scale}`,
      currency: amount.currency,
      channel: ledger.channel(row),
      placeFrom: places[columns.placeFrom![row]!]!,
      placeTo: places[columns.placeTo![row]!]!,
      countryFrom: places[columns.countryFrom![row]!]!,
      countryTo: places[columns.countryTo![row]!]!,
      id: ledger.id(row)!,
    };
  });
}

import { type LedgerReading, readLedger } from '../../src/ingest/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import { sourceOf } from './reading.js';

const HEADER =
  'id,time,payer_institution,payer_account,beneficiary_institution,beneficiary_account,amount,currency,channel,' +
  'place_from,country_from,place_to,country_to,payer_holder,beneficiary_holder,payer_holder_id,beneficiary_holder_id';

/** Reads transfers as files of the layout of our own, `file-0.csv` onwards, so that each knows its file. */
export async function readAsFiles(...files: readonly (readonly TransferInput[])[]): Promise<LedgerReading> {
  const sources = files.map((transfers, file) => {
    const lines = transfers.map((one, i) =>
      [
        `${file}-${i}`,
        new Date(one.timeMs).toISOString(),
        '',
        nameOf(one.payer),
        '',
        nameOf(one.beneficiary),
        one.amount ?? '',
        one.currency ?? '',
        one.channel ?? 'transfer',
        ...[one.placeFrom, one.countryFrom, one.placeTo, one.countryTo].map((place) => place ?? ''),
        ...[one.payerHolder, one.beneficiaryHolder, one.payerHolderId, one.beneficiaryHolderId].map(
          (text) => text ?? '',
        ),
      ].join(','),
    );
    return sourceOf([new TextEncoder().encode(`${[HEADER, ...lines].join('\n')}\n`)], `file-${file}.csv`);
  });
  return readLedger(sources, { mapping: 'illicit-flows' });
}

/** The account alone: these files name no institution. */
function nameOf(party: TransferInput['payer']): string {
  return typeof party === 'string' ? party : party.account;
}

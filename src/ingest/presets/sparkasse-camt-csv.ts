import { type ChannelColumn, type Layout, type WhenMissing } from '../mapping.js';

/** Words of the booking text; a row without counterparty and with another word stays in quarantine. */
const CASH = [
  ...['BARGELDAUSZAHLUNG', 'BARAUSZAHLUNG', 'GELDAUTOMAT', 'AUSZAHLUNG'],
  ...['BARGELDEINZAHLUNG', 'BAREINZAHLUNG', 'EINZAHLUNG', 'SB-EINZAHLUNG'],
];
const FEES = ['ENTGELTABSCHLUSS', 'ENTGELT', 'ENTGELTE', 'ABSCHLUSS', 'KONTOABSCHLUSS'];
const INTEREST = ['ZINSEN', 'HABENZINSEN', 'SOLLZINSEN', 'DARLEHENSZINSEN'];
const CARDS = ['KARTENZAHLUNG', 'GIROCARD', 'KREDITKARTENABRECHNUNG'];
const WIRES = [
  ...['ONLINE-UEBERWEISUNG', 'UEBERWEISUNG', 'ECHTZEIT-UEBERWEISUNG', 'EINZELUEBERWEISUNG', 'DAUERAUFTRAG'],
  ...['GUTSCHR. UEBERWEISUNG', 'GUTSCHR. UEBERW. DAUERAUFTR', 'GUTSCHRIFT', 'LOHN  GEHALT', 'LOHN GEHALT'],
  ...['LASTSCHRIFT', 'ERSTLASTSCHRIFT', 'FOLGELASTSCHRIFT', 'EINMAL LASTSCHRIFT', 'SEPA-ELV-LASTSCHRIFT'],
];

const STAND_INS: readonly WhenMissing[] = [
  {
    column: 'Buchungstext',
    values: {
      ...Object.fromEntries(CASH.map((word) => [word, 'cash-desk'] as const)),
      ...Object.fromEntries(FEES.map((word) => [word, 'fees'] as const)),
      ...Object.fromEntries(INTEREST.map((word) => [word, 'interest'] as const)),
    },
  },
];

const CHANNELS: ChannelColumn['values'] = {
  ...Object.fromEntries(CASH.map((word) => [word, 'cash'] as const)),
  ...Object.fromEntries(CARDS.map((word) => [word, 'card'] as const)),
  ...Object.fromEntries(WIRES.map((word) => [word, 'wire'] as const)),
  ...Object.fromEntries([...FEES, ...INTEREST].map((word) => [word, 'internal'] as const)),
};

/** Statements that German savings banks export as CSV-CAMT (V2 and V8): of one account or of several, told by column. */
export const SPARKASSE_CAMT_CSV_LAYOUTS: readonly Layout[] = [
  {
    name: 'statement',
    mapping: {
      payer: { account: 'Auftragskonto' },
      beneficiary: {
        account: 'Kontonummer/IBAN',
        holder: 'Beguenstigter/Zahlungspflichtiger',
        whenMissing: STAND_INS,
      },
      direction: 'signed',
      amount: { column: 'Betrag', currency: 'Waehrung' },
      time: { column: 'Buchungstag', formats: ['DD/MM/YYYY', 'DD/MM/YY'], zone: '+00:00' },
      only: { Info: ['Umsatz gebucht'] },
      channel: { column: 'Buchungstext', values: CHANNELS },
      numbers: { decimalMark: ',', thousandsMark: '.' },
      accountBlanks: 'remove',
      accounts: { placeholders: 'usual', spoilt: 'quarantine' },
      dialect: { elseEncoding: 'windows-1252' },
      notes: ['payments that are announced and not booked (Umsatz vorgemerkt) are left out'],
    },
  },
];

import { CHANNELS } from '../ledger/index.js';
import { PRECISIONS } from '../foundation/index.js';
import { type KeyPair, type SliceRow } from '../slices/index.js';
import { decodeLine, encodeLine } from './line-codec.js';

/** Fields of a line of rows, in their order. */
export const ROW_FIELDS: readonly string[] = Object.freeze([
  ...['part', 'source', 'row', 'sequence', 'timeMs', 'precision'],
  ...['payerInstitution', 'payerAccount', 'payerUnitInstitution', 'payerUnitAccount'],
  ...['beneficiaryInstitution', 'beneficiaryAccount', 'beneficiaryUnitInstitution', 'beneficiaryUnitAccount'],
  ...['amount', 'currency', 'receivedAmount', 'receivedCurrency', 'channel'],
  ...['placeFrom', 'placeTo', 'countryFrom', 'countryTo', 'id', 'bits', 'payerPayers', 'beneficiaryPayers'],
]);

/** A row of a part as a line of the contract, without its end. */
export function rowToLine(part: string, row: SliceRow): string {
  const unit = (key: KeyPair | undefined): readonly (string | undefined)[] => key ?? [undefined, undefined];
  return encodeLine([
    ...[part, row.source, String(row.row), row.sequence === undefined ? undefined : String(row.sequence)],
    ...[String(row.timeMs), PRECISIONS[row.precision]],
    ...row.payer,
    ...unit(row.payerUnit),
    ...row.beneficiary,
    ...unit(row.beneficiaryUnit),
    ...[row.amount, row.currency, row.receivedAmount, row.receivedCurrency, CHANNELS[row.channel]],
    ...row.places,
    ...[row.id, String(row.bits), String(row.payerPayers), String(row.beneficiaryPayers)],
  ]);
}

/** The row of a line and its part; or, as a text, what is wrong with it: the name of a field, never its content. */
export function rowFromLine(line: string): { readonly part: string; readonly row: SliceRow } | string {
  const fields = decodeLine(line);
  if (fields === undefined) return 'an escape';
  if (fields.length !== ROW_FIELDS.length) return `${ROW_FIELDS.length} fields`;
  const [part, source, row, sequence, timeMs, precision, ...rest] = fields;
  const [payerBank = '', payer, payerUnitBank, payerUnit, bank = '', beneficiary, unitBank, unit, ...more] = rest;
  const [amount, currency, receivedAmount, receivedCurrency, channel, ...last] = more;
  const [placeFrom, placeTo, countryFrom, countryTo, id, bits, payerPayers, beneficiaryPayers] = last;
  const numbers = { row, timeMs, bits, payerPayers, beneficiaryPayers };
  const broken = Object.entries(numbers).find(([, text]) => !isInteger(text))?.[0];
  if (broken !== undefined) return broken;
  if (sequence !== undefined && !isInteger(sequence)) return 'sequence';
  const precisionCode = PRECISIONS.findIndex((name) => name === precision);
  const channelCode = CHANNELS.findIndex((name) => name === channel);
  if (part === undefined || part === '') return 'part';
  if (source === undefined) return 'source';
  if (precisionCode < 0) return 'precision';
  if (channelCode < 0) return 'channel';
  if (payer === undefined || payer === '') return 'payerAccount';
  if (beneficiary === undefined || beneficiary === '') return 'beneficiaryAccount';
  return {
    part,
    row: {
      source,
      row: Number(row),
      sequence: sequence === undefined ? undefined : Number(sequence),
      timeMs: Number(timeMs),
      precision: precisionCode,
      payer: [payerBank, payer],
      beneficiary: [bank, beneficiary],
      payerUnit: payerUnit === undefined ? undefined : [payerUnitBank ?? '', payerUnit],
      beneficiaryUnit: unit === undefined ? undefined : [unitBank ?? '', unit],
      amount,
      currency,
      receivedAmount,
      receivedCurrency,
      channel: channelCode,
      places: [placeFrom, placeTo, countryFrom, countryTo],
      id,
      bits: Number(bits),
      payerPayers: Number(payerPayers),
      beneficiaryPayers: Number(beneficiaryPayers),
    },
  };
}

function isInteger(text: string | undefined): boolean {
  return text !== undefined && /^-?\d{1,16}$/u.test(text) && Number.isSafeInteger(Number(text));
}

import { PRECISIONS } from '../foundation/index.js';
import { CHANNELS } from '../ledger/index.js';
import { type KeyPair, type TransferRow } from './slice-row.js';

/** A column of rows in a table: its name, and whether it holds whole numbers or text. */
export interface RowColumn {
  readonly name: string;
  readonly type: 'text' | 'number';
}

const text = (name: string): RowColumn => ({ name, type: 'text' });
const number = (name: string): RowColumn => ({ name, type: 'number' });

/** The columns of transfers in a lake, in their order; those of the contract `partition/1` but for the part and what the whole knows. */
export const ROW_COLUMNS: readonly RowColumn[] = Object.freeze([
  ...[text('source'), number('row'), number('sequence'), number('timeMs'), text('precision')],
  ...['payerInstitution', 'payerAccount', 'payerUnitInstitution', 'payerUnitAccount'].map(text),
  ...['beneficiaryInstitution', 'beneficiaryAccount', 'beneficiaryUnitInstitution', 'beneficiaryUnitAccount'].map(text),
  ...['amount', 'currency', 'receivedAmount', 'receivedCurrency', 'channel'].map(text),
  ...['placeFrom', 'placeTo', 'countryFrom', 'countryTo', 'id'].map(text),
]);

/** A row as values of {@link ROW_COLUMNS}; undefined = not given. */
export function lakeValues(row: TransferRow): readonly (string | number | undefined)[] {
  const { payer, payerUnit, beneficiary, beneficiaryUnit } = row;
  return [
    ...[row.source, row.row, row.sequence, row.timeMs, PRECISIONS[row.precision]],
    ...[payer[0], payer[1], payerUnit?.[0], payerUnit?.[1]],
    ...[beneficiary[0], beneficiary[1], beneficiaryUnit?.[0], beneficiaryUnit?.[1]],
    ...[row.amount, row.currency, row.receivedAmount, row.receivedCurrency, CHANNELS[row.channel]],
    ...[...row.places, row.id],
  ];
}

const PRECISION_CODES: ReadonlyMap<unknown, number> = new Map(PRECISIONS.map((name, code) => [name, code]));
const CHANNEL_CODES: ReadonlyMap<unknown, number> = new Map(CHANNELS.map((name, code) => [name, code]));

/**
 * The row behind values of {@link ROW_COLUMNS}, with further values behind them left alone; or, as a text, the name of a
 * column that does not hold what it should. Whole numbers may be bigints; null = not given.
 */
export function rowFromValues(values: readonly unknown[]): TransferRow | string {
  const [source, row, sequence, timeMs, precision, payerBank, payer, payerUnitBank, payerUnit, ...rest] = values;
  const [bank, beneficiary, unitBank, unit, amount, currency, receivedAmount, receivedCurrency, channel, ...last] =
    rest;
  const [placeFrom, placeTo, countryFrom, countryTo, id] = last;
  const [line, time, place] = [wholeOf(row), wholeOf(timeMs), wholeOf(sequence)];
  const [precisionCode, channelCode] = [PRECISION_CODES.get(precision), CHANNEL_CODES.get(channel)];
  if (typeof source !== 'string') return 'source';
  if (line === undefined) return 'row';
  if (time === undefined) return 'timeMs';
  if (precisionCode === undefined) return 'precision';
  if (channelCode === undefined) return 'channel';
  if (typeof payer !== 'string' || payer === '') return 'payerAccount';
  if (typeof beneficiary !== 'string' || beneficiary === '') return 'beneficiaryAccount';
  return {
    ...{ source, row: line, sequence: place, timeMs: time, precision: precisionCode, channel: channelCode },
    payer: [textOf(payerBank) ?? '', payer],
    beneficiary: [textOf(bank) ?? '', beneficiary],
    payerUnit: unitOf(payerUnitBank, payerUnit),
    beneficiaryUnit: unitOf(unitBank, unit),
    amount: textOf(amount),
    currency: textOf(currency),
    receivedAmount: textOf(receivedAmount),
    receivedCurrency: textOf(receivedCurrency),
    places: [textOf(placeFrom), textOf(placeTo), textOf(countryFrom), textOf(countryTo)],
    id: textOf(id),
  };
}

function unitOf(institution: unknown, account: unknown): KeyPair | undefined {
  return typeof account === 'string' ? [textOf(institution) ?? '', account] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function wholeOf(value: unknown): number | undefined {
  const number = typeof value === 'bigint' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

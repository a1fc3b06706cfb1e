import type { SchemaElement } from 'hyparquet';
import { formatMinor, parseExactDecimal } from '../foundation/index.js';

/** An instant with its unit, as the file stores it. */
export interface StoredInstant {
  readonly units: bigint;
  readonly perSecond: bigint;
}

/** What hyparquet makes of the texts and times of a file: nothing is rounded. */
export const EXACT_PARSERS = Object.freeze({
  timestampFromMilliseconds: (units: bigint | number): StoredInstant => ({ units: BigInt(units), perSecond: 1_000n }),
  timestampFromMicroseconds: (units: bigint | number): StoredInstant => ({
    units: BigInt(units),
    perSecond: 1_000_000n,
  }),
  timestampFromNanoseconds: (units: bigint | number): StoredInstant => ({
    units: BigInt(units),
    perSecond: 1_000_000_000n,
  }),
  dateFromDays: (days: number): string => isoDay(BigInt(days)),
  jsonFromBytes: (bytes: Uint8Array | undefined): string => (bytes === undefined ? '' : DECODER.decode(bytes)),
});

const DECODER = new TextDecoder();

/** What hyparquet hands out for a flat column under {@link EXACT_PARSERS}. */
export type ParquetValue = null | undefined | number | bigint | boolean | string | Uint8Array | StoredInstant;

/** How the values of one column become text. */
export type ToText = (value: ParquetValue) => string;

/** The reading of a column by its schema; a decimal must have been stripped of its type, see {@link decimalScale}. */
export function textReader(element: SchemaElement, scale: number | undefined): ToText {
  if (scale !== undefined) return (value) => (isNone(value) ? '' : formatMinor(integerOf(value), scale));
  const { logical_type: logical, converted_type: converted, type } = element;
  const isUtc = logical?.type === 'TIMESTAMP' ? logical.isAdjustedToUTC : converted?.startsWith('TIMESTAMP') === true;
  return (value) => {
    if (isNone(value)) return '';
    if (typeof value === 'number') return numberText(value, type === 'FLOAT');
    if (value instanceof Uint8Array) return DECODER.decode(value);
    return typeof value === 'object' ? instantText(value, isUtc) : String(value);
  };
}

/** Digits behind the mark of a column of decimals; undefined for any other. */
export function decimalScale({
  converted_type: converted,
  logical_type: logical,
  scale,
}: SchemaElement): number | undefined {
  if (logical?.type === 'DECIMAL') return logical.scale;
  return converted === 'DECIMAL' ? (scale ?? 0) : undefined;
}

function isNone(value: ParquetValue): value is null | undefined {
  return value === null || value === undefined;
}

/** Integer of a stored decimal: a number, or bytes of a two's complement with the highest first. */
function integerOf(value: ParquetValue): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  let integer = 0n;
  for (const byte of value) integer = integer * 256n + BigInt(byte);
  return BigInt.asIntN(Math.max(8, 8 * value.length), integer);
}

/** The shortest decimal that is this number; of a number of 32 bits the shortest that is it there. */
function numberText(value: number, isFloat32: boolean): string {
  let text = String(value);
  if (isFloat32) {
    for (let digits = 6; digits <= 9; digits++) {
      text = value.toPrecision(digits);
      if (Math.fround(Number(text)) === value) break;
    }
  }
  const exact = parseExactDecimal(text);
  return exact === undefined ? text : formatMinor(exact.mantissa, exact.decimals);
}

function instantText({ units, perSecond }: StoredInstant, isUtc: boolean): string {
  const seconds = floorDivide(units, perSecond);
  const rest = units - seconds * perSecond;
  const days = floorDivide(seconds, 86_400n);
  const clock = Number(seconds - days * 86_400n);
  const two = (part: number): string => String(part).padStart(2, '0');
  const time = [Math.floor(clock / 3600), Math.floor(clock / 60) % 60, clock % 60].map(two).join(':');
  const fraction =
    rest === 0n
      ? ''
      : `.${rest
          .toString()
          .padStart(perSecond.toString().length - 1, '0')
          .replace(/0+$/u, '')}`;
  return `${isoDay(days)} ${time}${fraction}${isUtc ? 'Z' : ''}`;
}

function isoDay(days: bigint): string {
  const ms = Number(days) * 86_400_000;
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString().slice(0, 10) : `day ${days.toString()}`;
}

function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

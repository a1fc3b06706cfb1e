import {
  type ExactDecimal,
  parseExactDecimal,
  parseIsoInstant,
  type Precision,
  PRECISIONS,
} from '../foundation/index.js';
import { type AccountKey } from './account-directory.js';
import { type Channel, CHANNELS } from './channel.js';
import { type DatedTransferInput, type TransferInput } from './transfer-input.js';

/** What is wrong with a transfer: a stable code, the field, what was expected, and what kind of value came. */
export interface TransferFault {
  readonly code: string;
  readonly field: string;
  readonly expected: string;
  /** A kind or an amount, never an account. */
  readonly received: string;
}

/** A sum as it was checked. */
export interface CheckedSum {
  readonly value: ExactDecimal;
  readonly currency: string;
}

/** A transfer of which everything that the ledger keeps has the right kind. */
export interface CheckedTransfer {
  readonly payer: AccountKey;
  readonly beneficiary: AccountKey;
  readonly timeMs: number;
  readonly precision: Precision;
  readonly paid: CheckedSum | undefined;
  readonly received: CheckedSum | undefined;
  readonly channel: Channel;
  /** By kind: handed in at, paid out at, country of the one, country of the other. */
  readonly places: readonly (string | undefined)[];
  /** By side: name and second identifier. */
  readonly holders: readonly { readonly name: string | undefined; readonly id: string | undefined }[];
  readonly id: string | undefined;
  /** A remark on a transfer that is kept. */
  readonly remark: TransferFault | undefined;
}

/** Fields of a transfer, of whatever kind they came. */
type GivenFields = Readonly<Partial<Record<keyof TransferInput | keyof DatedTransferInput, unknown>>>;

/** A fault on its way to {@link checkTransfer}. */
class Fault extends Error {
  readonly fault: TransferFault;

  constructor(code: string, field: string, expected: string, received: string) {
    super(code);
    this.fault = { code, field, expected, received };
  }
}

/** Checks a transfer as the readers of files check a record. Never throws for what it is given; O(length of its texts). */
export function checkTransfer(input: unknown): CheckedTransfer | TransferFault {
  try {
    return readTransfer(input);
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.fault;
    throw thrown;
  }
}

function readTransfer(input: unknown): CheckedTransfer {
  if (typeof input !== 'object' || input === null)
    throw new Fault('transfer-malformed', '', 'an object', kindOf(input));
  const given = input as GivenFields;
  const payer = accountOf('payer', given.payer);
  const beneficiary = accountOf('beneficiary', given.beneficiary);
  const { timeMs, precision } = instantOf(given);
  const currency = text('currency', given.currency) ?? 'XXX';
  const paid = sumOf('amount', given.amount, currency);
  const received = sumOf(
    'receivedAmount',
    given.receivedAmount,
    text('receivedCurrency', given.receivedCurrency) ?? currency,
  );
  const { channel, remark } = channelOf(given.channel);
  return {
    payer,
    beneficiary,
    timeMs,
    precision,
    paid,
    received,
    channel,
    places: (['placeFrom', 'placeTo', 'countryFrom', 'countryTo'] as const).map((field) => text(field, given[field])),
    holders: (['payer', 'beneficiary'] as const).map((side) => ({
      name: text(`${side}Holder`, given[`${side}Holder`]),
      id: text(`${side}HolderId`, given[`${side}HolderId`]),
    })),
    id: text('id', given.id),
    remark,
  };
}

function accountOf(field: string, value: unknown): AccountKey {
  if (value === undefined || value === null || value === '') {
    throw new Fault('account-missing', field, 'an account', kindOf(value));
  }
  if (typeof value === 'string') return { institution: '', account: value };
  if (typeof value !== 'object')
    throw new Fault('account-unreadable', field, 'a text or { institution, account }', kindOf(value));
  const { institution = '', account } = value as Partial<Record<keyof AccountKey, unknown>>;
  if (account === undefined || account === null || account === '') {
    throw new Fault('account-missing', field, 'an account', kindOf(account));
  }
  if (typeof account !== 'string' || typeof institution !== 'string') {
    throw new Fault(
      'account-unreadable',
      field,
      'texts for institution and account',
      kindOf(typeof account === 'string' ? institution : account),
    );
  }
  return { institution, account };
}

function instantOf(given: GivenFields): Pick<CheckedTransfer, 'timeMs' | 'precision'> {
  const { time, timeMs } = given;
  if (time !== undefined && timeMs !== undefined) throw new Fault('time-twice', 'time', 'time or timeMs', 'both');
  const value = time ?? timeMs;
  if (value === undefined || value === null)
    throw new Fault('time-missing', 'time', 'a Date, ISO 8601 text or UTC milliseconds', kindOf(value));
  const read = readTime(value);
  if (read === undefined || !Number.isSafeInteger(read.timeMs)) {
    throw new Fault('time-unreadable', 'time', 'a Date, ISO 8601 text or UTC milliseconds in integers', kindOf(value));
  }
  const stated = given.precision ?? read.precision;
  const precision = PRECISIONS.find((name) => name === stated);
  if (precision === undefined) throw new Fault('precision-unknown', 'precision', PRECISIONS.join(', '), kindOf(stated));
  return { timeMs: read.timeMs, precision };
}

function readTime(value: unknown): { readonly timeMs: number; readonly precision: Precision } | undefined {
  if (value instanceof Date) return { timeMs: value.getTime(), precision: 'millisecond' };
  if (typeof value === 'number') return { timeMs: value, precision: 'millisecond' };
  return typeof value === 'string' ? parseIsoInstant(value.trim()) : undefined;
}

function sumOf(field: string, value: unknown, currency: string): CheckedSum | undefined {
  if (value === undefined) return undefined;
  const expected = 'a positive decimal number as text';
  const exact = typeof value === 'string' ? parseExactDecimal(value.trim()) : undefined;
  if (exact === undefined) throw new Fault('amount-unreadable', field, expected, kindOf(value));
  if (exact.mantissa === 0n) throw new Fault('amount-zero', field, expected, '0');
  if (exact.mantissa < 0n) throw new Fault('amount-negative', field, expected, 'less than 0');
  return { value: exact, currency };
}

/** A word that is no channel counts as `other`, with a remark, as in files. */
function channelOf(value: unknown): Pick<CheckedTransfer, 'channel' | 'remark'> {
  if (value === undefined) return { channel: 'unknown', remark: undefined };
  const channel = CHANNELS.find((name) => name === value);
  if (channel !== undefined) return { channel, remark: undefined };
  const { fault } = new Fault('channel-unknown', 'channel', CHANNELS.join(', '), kindOf(value));
  return { channel: 'other', remark: fault };
}

function text(field: string, value: unknown): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new Fault('text-unreadable', field, 'a text', kindOf(value));
  return value;
}

/** What kind of value it is; its content may be an account and is not told. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof Date) return 'a date that is none';
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'a number' : 'a number that is no safe integer';
  return typeof value === 'string' ? `a text of ${value.length} characters` : typeof value;
}

import { countryOf, isIban } from './ibans.js';
import { rawOfCells, type TableItem } from './table.js';

/** Columns that readers of statements hand out; payer and beneficiary are already on the side where the money says they are. */
export const STATEMENT_COLUMNS = [
  'booking_time',
  'value_date',
  'payer_account',
  'payer_institution',
  'payer_name',
  'payer_bank',
  'payer_country',
  'beneficiary_account',
  'beneficiary_institution',
  'beneficiary_name',
  'beneficiary_bank',
  'beneficiary_country',
  'amount',
  'currency',
  'channel',
  'reference',
  'own_side',
  'purpose',
] as const;

/** One side of a movement; empty texts = not given. */
export interface StatementParty {
  /** Without blanks. */
  readonly account: string;
  /** BIC or national code. */
  readonly bank: string;
  readonly name: string;
  /** Country of an address, used where neither account nor bank says one. */
  readonly country: string;
}

/** How money moved, in words of our own; empty = not said. */
export type StatementChannel =
  '' | 'transfer' | 'direct-debit' | 'card' | 'cash' | 'cheque' | 'internal' | 'fee' | 'other';

/** One movement on an account. */
export interface Movement {
  readonly line: number;
  /** ISO 8601. */
  readonly bookingTime: string;
  readonly valueDate: string;
  readonly own: StatementParty;
  readonly other: StatementParty;
  /** Whether the money arrives on the own account. */
  readonly arrives: boolean;
  /** Unsigned, with `.`. */
  readonly amount: string;
  readonly currency: string;
  readonly channel: StatementChannel;
  readonly reference: string;
  readonly purpose: string;
}

export const NOBODY: StatementParty = Object.freeze({ account: '', bank: '', name: '', country: '' });

/** A movement as a record of {@link STATEMENT_COLUMNS}. The purpose is free text and stays out of the raw text. */
export function recordOf(movement: Movement): TableItem {
  const { line, own, other, arrives, amount, currency, channel, reference, purpose } = movement;
  const [payer, beneficiary] = arrives ? [other, own] : [own, other];
  const side = arrives ? 'beneficiary' : 'payer';
  const cells = [
    movement.bookingTime === '' ? movement.valueDate : movement.bookingTime,
    movement.valueDate,
    ...partyCells(payer),
    ...partyCells(beneficiary),
    amount,
    currency,
    channel,
    reference,
    side,
  ];
  return { kind: 'record', line, cells: [...cells, purpose], raw: rawOfCells(cells) };
}

/**
 * An IBAN is one account whoever reports it, with the bank's BIC or without: the bank is part of an account's identity only
 * where the number alone is not.
 */
function partyCells({ account, bank, name, country }: StatementParty): string[] {
  return [account, isIban(account) ? '' : bank, name, bank, countryOf(account, bank, country)];
}

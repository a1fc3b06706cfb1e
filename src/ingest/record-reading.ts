import { PRECISIONS } from '../foundation/index.js';
import { type TextInterner } from '../structures/index.js';
import { mappedCells } from './compile-plan.js';
import { type ParsedAmount, parseAmount } from './parse-amount.js';
import { type ParsedInstant, parseInstant } from './parse-instant.js';
import { type Fault } from './read-log.js';
import { type AmountPlan, NO_CELL, type NumberPlan, type PartyPlan, type RowPlan } from './row-plan.js';

/** One side of a transfer as texts. */
export interface Party {
  readonly plan: PartyPlan;
  readonly account: string;
  /** Empty = not given. */
  readonly institution: string;
}

/** An amount above zero with its currency. */
export interface Sum {
  readonly amount: ParsedAmount;
  readonly currency: string;
}

/** The money of a record: undefined sums = none given. `reversed`: it goes from beneficiary to payer. */
export interface Flow {
  readonly paid: Sum | undefined;
  readonly received: Sum | undefined;
  readonly reversed: boolean;
}

const STEP = PRECISIONS.indexOf('step');
const ORDER = PRECISIONS.indexOf('order');
/** The ledger's currency column holds 16 bits. */
export const MAX_CURRENCIES = 0xffff;
const INTEGER = /^-?\d{1,15}$/;
/** Stands in decoded text for bytes that are no character. */
export const REPLACEMENT = '\uFFFD';

/**
 * The meaning of one record's cells under a plan. Each part is read by a method that answers null when something is
 * wrong with it and then says so in {@link RecordReading.fault}. Reading changes nothing outside.
 */
export class RecordReading {
  /** What is wrong with the record; undefined as long as nothing is. */
  fault: Fault | undefined;
  readonly #plan: RowPlan;
  readonly #currencies: TextInterner;
  readonly #mapped: readonly number[];
  #cells: readonly string[] = [];

  constructor(plan: RowPlan, currencies: TextInterner) {
    this.#plan = plan;
    this.#currencies = currencies;
    this.#mapped = mappedCells(plan);
  }

  /** Turns to another record. False = it has another number of cells, or a mapped one holds spoilt characters. */
  start(cells: readonly string[], raw: string): boolean {
    this.#cells = cells;
    this.fault = undefined;
    const { cellCount } = this.#plan;
    if (cells.length !== cellCount) {
      this.#fail('cell-count', NO_CELL, `${cellCount} cells`, `${cells.length}`);
      return false;
    }
    if (!raw.includes(REPLACEMENT)) return true;
    const spoilt = this.#mapped.find((cell) => cells[cell]!.includes(REPLACEMENT));
    if (spoilt === undefined) return true;
    this.#fail('replacement-character', spoilt, 'text of the stated encoding', this.text(spoilt));
    return false;
  }

  /** Trimmed text of a cell; empty for a column that is not mapped. */
  text(cell: number): string {
    return cell === NO_CELL ? '' : this.#cells[cell]!.trim();
  }

  /** Whether a cell is not mapped, empty, or holds a text that stands for "none". */
  isNone(cell: number): boolean {
    const text = this.text(cell);
    return text === '' || this.#plan.missing.has(text.toLowerCase());
  }

  party(party: PartyPlan): Party | null {
    const written = this.text(party.account);
    if (this.isNone(party.account)) return this.#fail('account-missing', party.account, 'an account', written);
    return {
      plan: party,
      account: this.#plan.removeAccountBlanks ? written.replace(/\s+/g, '') : written,
      institution: this.isNone(party.institution) ? '' : this.text(party.institution),
    };
  }

  flow(): Flow | null {
    const { paid, received, direction, numbers } = this.#plan;
    if (paid === undefined) return { paid: undefined, received: undefined, reversed: false };
    if (direction === 'debit-credit') return this.#debitOrCredit(paid);
    const sum = this.#sum(paid, paid.cell, direction === 'signed');
    if (sum === null) return null;
    const { negative } = sum.amount;
    const reversed = direction === 'signed' ? !negative : negative && numbers.negative === 'reverse';
    if (received === undefined || this.isNone(received.cell)) return { paid: sum, received: undefined, reversed };
    const other = this.#sum(received, received.cell, direction === 'signed');
    if (other === null) return null;
    // Money that goes the other way leaves in the currency of the other side.
    return reversed ? { paid: other, received: sum, reversed } : { paid: sum, received: other, reversed };
  }

  /** @param position stands in for the time where there is none */
  instant(position: number): ParsedInstant | null {
    const { time } = this.#plan;
    if (time.kind === 'order') return { timeMs: position, precision: ORDER, truncated: false };
    const text = this.text(time.cell);
    if (this.isNone(time.cell)) return this.#fail('time-missing', time.cell, 'a time', text);
    if (time.kind === 'step') {
      if (INTEGER.test(text)) return { timeMs: Number(text) + 0, precision: STEP, truncated: false };
      return this.#fail('time-unreadable', time.cell, 'an integer step', text);
    }
    const whole = this.isNone(time.timeOfDayCell) ? text : `${text} ${this.text(time.timeOfDayCell)}`;
    const instant = parseInstant(whole, time.formats, time.zoneMinutes);
    return instant ?? this.#fail('time-unreadable', time.cell, time.formats.join(' or '), whole);
  }

  /** Place in the posting order; 0 if none is mapped. */
  sequence(): number | null {
    const { sequenceCell } = this.#plan;
    if (sequenceCell === NO_CELL) return 0;
    const text = this.text(sequenceCell);
    return INTEGER.test(text) ? Number(text) + 0 : this.#fail('sequence-unreadable', sequenceCell, 'an integer', text);
  }

  #debitOrCredit(paid: AmountPlan): Flow | null {
    const { creditCell, numbers } = this.#plan;
    const filled = [paid.cell, creditCell].filter((cell) => !this.isNone(cell) && !this.#isZero(cell));
    if (filled.length > 1) {
      return this.#fail('amount-both-sides', creditCell, 'a debit or a credit', this.text(creditCell));
    }
    const [cell = this.isNone(paid.cell) ? creditCell : paid.cell] = filled;
    const sum = this.#sum(paid, cell, false);
    if (sum === null) return null;
    const turned = sum.amount.negative && numbers.negative === 'reverse';
    return { paid: sum, received: undefined, reversed: (cell === creditCell) !== turned };
  }

  #sum(plan: AmountPlan, cell: number, isSigned: boolean): Sum | null {
    const { numbers } = this.#plan;
    const text = this.text(cell);
    if (this.isNone(cell)) return this.#fail('amount-missing', cell, 'an amount', text);
    const amount = parseAmount(text, numbers);
    if (amount === undefined) return this.#fail('amount-unreadable', cell, describeNumbers(numbers), text);
    if (amount.mantissa === 0) return this.#fail('amount-zero', cell, 'an amount above zero', text);
    if (amount.negative && !isSigned && numbers.negative === 'quarantine') {
      return this.#fail('amount-negative', cell, 'a positive amount', text);
    }
    const currency = this.#currency(plan);
    return currency === null ? null : { amount, currency };
  }

  #currency({ currencyCell, currencyConstant }: AmountPlan): string | null {
    const text = currencyCell === NO_CELL ? currencyConstant : this.text(currencyCell);
    if (currencyCell !== NO_CELL && this.isNone(currencyCell)) {
      return this.#fail('currency-missing', currencyCell, 'a currency', text);
    }
    // One slot is kept free: a row may bring a paid and a received currency that are both new.
    if (this.#currencies.size >= MAX_CURRENCIES - 1 && this.#currencies.find(text) === undefined) {
      return this.#fail('too-many-currencies', currencyCell, `at most ${MAX_CURRENCIES - 1} currencies`, text);
    }
    return text;
  }

  #isZero(cell: number): boolean {
    return parseAmount(this.text(cell), this.#plan.numbers)?.mantissa === 0;
  }

  #fail(code: string, cell: number, expected: string, received: string): null {
    this.fault = { code, column: this.#plan.columnNames[cell] ?? '', expected, received };
    return null;
  }
}

function describeNumbers(numbers: NumberPlan): string {
  const form = numbers.scientific ? 'a decimal number' : 'a decimal number without exponent';
  const thousands = numbers.thousandsMark === '' ? 'no thousands mark' : `thousands mark "${numbers.thousandsMark}"`;
  return `${form}, decimal mark "${numbers.decimalMark}", ${thousands}`;
}

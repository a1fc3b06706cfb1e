import { PRECISIONS } from '../foundation/index.js';
import { INSTITUTION_ACCOUNTS } from '../ledger/index.js';
import { type TextInterner } from '../structures/index.js';
import { amountCell } from './amount-cell.js';
import { isPlaceholder, isSpoilt } from './accounts/account-rules.js';
import { mappedCells } from './compile-plan.js';
import { knownCurrency } from './known-currency.js';
import { type ParsedAmount, parseAmount } from './parse-amount.js';
import { parseBalance } from './parse-balance.js';
import { type ParsedInstant, parseInstant } from './parse-instant.js';
import { describeNumbers } from './describe-numbers.js';
import { type Fault } from './read-log.js';
import { type Flow, type Party, type Sum } from './record-parts.js';
import { inWholeUnits, MOST_DECIMALS, rawName } from './raw-units.js';
import { type AmountPlan, NO_CELL, type PartyPlan, type RowPlan } from './row-plan.js';
import { shownText } from './shown-record.js';
import { standInOf } from './party-stand-in.js';
import { splitCurrency } from './split-currency.js';
import { foldWord } from './statements/direction-words.js';
import { DerivedCells } from './values/derived-cells.js';

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
  readonly #derived: DerivedCells;
  #cells: readonly string[] = [];

  constructor(plan: RowPlan, currencies: TextInterner) {
    this.#plan = plan;
    this.#currencies = currencies;
    this.#mapped = mappedCells(plan);
    this.#derived = new DerivedCells(plan.derived);
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
    this.#cells = this.#derived.extend(cells);
    if (!raw.includes(REPLACEMENT)) return true;
    const spoilt = this.#mapped.find((cell) => this.#cells[cell]!.includes(REPLACEMENT));
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

  /** Whether a filter of the mapping leaves the record out. */
  isLeftOut(): boolean {
    return this.#plan.filters.some(({ cell, words, keeps }) => words.has(foldWord(this.text(cell))) !== keeps);
  }

  /** @param other the other side, whose institution is asked first for who stands in for a missing account */
  party(party: PartyPlan, other: PartyPlan): Party | null {
    const { accounts, removeAccountBlanks } = this.#plan;
    const written = this.text(party.account);
    const isNone = this.isNone(party.account);
    if (isNone || isPlaceholder(written, accounts)) {
      const kind = standInOf(party, (cell) => this.text(cell));
      if (kind !== undefined) {
        const bank = [other.institution, party.institution].find((cell) => !this.isNone(cell)) ?? NO_CELL;
        return { plan: party, account: INSTITUTION_ACCOUNTS[kind], institution: this.text(bank), standsIn: kind };
      }
      return isNone
        ? this.#fail('account-missing', party.account, 'an account', written)
        : this.#fail('account-placeholder', party.account, 'an account, or the text in accounts.placeholders', written);
    }
    if (accounts.refuseSpoilt && isSpoilt(written)) {
      return this.#fail('account-spoilt', party.account, 'all digits: a spreadsheet has cut this number', written);
    }
    return {
      plan: party,
      account: removeAccountBlanks ? written.replace(/\s+/g, '') : written,
      institution: this.isNone(party.institution) ? '' : this.text(party.institution),
    };
  }

  flow(): Flow | null {
    const { paid, received, direction, numbers } = this.#plan;
    if (paid === undefined) return { paid: undefined, received: undefined, reversed: false };
    if (direction === 'debit-credit') return this.#debitOrCredit(paid);
    if (direction === 'flag') return this.#flagged(paid);
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

  /** What the payer's account held after the record; undefined = not said, null = not readable, which is no fault. */
  balance(): ParsedAmount | null | undefined {
    const { balanceCell, numbers } = this.#plan;
    if (this.isNone(balanceCell)) return undefined;
    return parseBalance(this.text(balanceCell), numbers) ?? null;
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
    const instant = parseInstant(whole, time.formats, time.zoneMinutes, time.pivot);
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

  /** A word of the record says which way; a negative amount with it is read as numbers.negative says. */
  #flagged(paid: AmountPlan): Flow | null {
    const { flagCell, flagWords, numbers } = this.#plan;
    const word = this.text(flagCell);
    const leaves = flagWords.get(foldWord(word));
    if (leaves === undefined) {
      return word === ''
        ? this.#fail('direction-missing', flagCell, 'a word that says the direction', word)
        : this.#fail('direction-unknown', flagCell, 'a word of direction.out or direction.in', word);
    }
    const sum = this.#sum(paid, paid.cell, false);
    if (sum === null) return null;
    const turned = sum.amount.negative && numbers.negative === 'reverse';
    return { paid: sum, received: undefined, reversed: leaves === turned };
  }

  #sum(plan: AmountPlan, given: number, isSigned: boolean): Sum | null {
    const { numbers } = this.#plan;
    const cell =
      given === plan.cell
        ? amountCell(plan, (at) => (this.isNone(at) || this.#isZero(at) ? '' : this.text(at)))
        : given;
    if (cell === undefined) return this.#fail('amount-both-sides', plan.orCell, 'one amount', this.text(plan.orCell));
    const written = this.text(cell);
    if (this.isNone(cell)) return this.#fail('amount-missing', cell, 'an amount', written);
    const parts = plan.currencyInAmount ? splitCurrency(written) : { amount: written, currency: '' };
    if (parts === undefined) return this.#fail('currency-missing', cell, 'an amount with its currency', written);
    const text = parts.amount;
    const parsed = parseAmount(text, numbers);
    if (parsed === undefined) return this.#fail('amount-unreadable', cell, describeNumbers(numbers), text);
    if (parsed.mantissa === 0) return this.#fail('amount-zero', cell, 'an amount above zero', text);
    if (parsed.negative && !isSigned && numbers.negative === 'quarantine') {
      return this.#fail('amount-negative', cell, 'a positive amount', text);
    }
    const decimals = plan.decimalsCell === NO_CELL ? undefined : this.text(plan.decimalsCell);
    const amount = inWholeUnits(parsed, plan.rawUnits, decimals);
    if (amount === 'not-whole') return this.#fail('amount-unreadable', cell, 'a whole number of units', text);
    if (amount === 'decimals') {
      const expected = `decimals of 0 to ${MOST_DECIMALS}`;
      return this.#fail('decimals-unreadable', plan.decimalsCell, expected, decimals ?? '');
    }
    const currency = this.#currency(plan, plan.currencyInAmount ? cell : plan.currencyCell, parts.currency);
    return currency === null ? null : { amount, currency, cell };
  }

  /** @param inAmount the currency that stood in the cell of the amount */
  #currency(plan: AmountPlan, cell: number, inAmount: string): string | null {
    const { currencyCell, currencyConstant, whenNoCurrency, rawUnits } = plan;
    if (cell === NO_CELL) return this.#roomFor(currencyConstant, cell);
    if (currencyCell !== NO_CELL && this.isNone(cell)) {
      if (whenNoCurrency !== '') return this.#roomFor(whenNoCurrency, cell);
      return this.#fail('currency-missing', cell, 'a currency', this.text(cell));
    }
    const text = currencyCell === NO_CELL ? inAmount : this.text(cell);
    const known = knownCurrency(text, this.#plan.currencies);
    if (known === undefined) return this.#fail('currency-unknown', cell, 'a currency, or one of currencies', text);
    return this.#roomFor(rawName(known, rawUnits), cell);
  }

  #roomFor(currency: string, cell: number): string | null {
    // One slot is kept free: a row may bring a paid and a received currency that are both new.
    if (this.#currencies.size >= MAX_CURRENCIES - 1 && this.#currencies.find(currency) === undefined) {
      return this.#fail('too-many-currencies', cell, `at most ${MAX_CURRENCIES - 1} currencies`, currency);
    }
    return currency;
  }

  #isZero(cell: number): boolean {
    return parseAmount(this.text(cell), this.#plan.numbers)?.mantissa === 0;
  }

  #fail(code: string, cell: number, expected: string, received: string): null {
    const column = this.#plan.columnNames[cell] ?? '';
    this.fault = { code, column, expected, received: shownText(received, cell, this.#plan) };
    return null;
  }
}

import { channelCode, type LedgerBuilder } from '../ledger/index.js';
import { PRECISIONS } from '../foundation/index.js';
import { mappedCells } from './compile-plan.js';
import { type ParsedAmount, parseAmount } from './parse-amount.js';
import { type ParsedInstant, parseInstant } from './parse-instant.js';
import { type Fault, type ReadLog } from './read-log.js';
import { type AmountPlan, NO_CELL, type PartyPlan, type RowPlan } from './row-plan.js';

/** One side as texts; empty = not given. */
interface Party {
  readonly plan: PartyPlan;
  readonly account: string;
  readonly institution: string;
}

/** A positive amount with its currency. */
interface Sum {
  readonly amount: ParsedAmount;
  readonly currency: string;
}

/** The money of a record: undefined sums = none given. `reversed`: it goes from beneficiary to payer. */
interface Flow {
  readonly paid: Sum | undefined;
  readonly received: Sum | undefined;
  readonly reversed: boolean;
}

const STEP = PRECISIONS.indexOf('step');
const ORDER = PRECISIONS.indexOf('order');
const OTHER_CHANNEL = channelCode('other');
/** The ledger's currency column holds 16 bits. */
const MAX_CURRENCIES = 0xffff;
const REPLACEMENT = '\uFFFD';

/**
 * Turns one record after another into draft rows or issues. The one place where cells get their meaning: every reader
 * ends here, or does exactly what is written here. See {@link RowPlan} for the rules. Nothing of a quarantined record
 * reaches the draft, not even its accounts.
 */
export class RowInterpreter {
  readonly plan: RowPlan;
  readonly draft: LedgerBuilder;
  readonly log: ReadLog;
  readonly file: number;
  /** Records of the prelude still to come; another reader may take a record itself only when this is 0. */
  preludeLeft: number;
  readonly #mapped: readonly number[];
  #cells: readonly string[] = [];
  #fault: Fault | undefined;

  constructor(plan: RowPlan, draft: LedgerBuilder, log: ReadLog, file: number) {
    this.plan = plan;
    this.draft = draft;
    this.log = log;
    this.file = file;
    this.preludeLeft = plan.prelude.length;
    this.#mapped = mappedCells(plan);
  }

  /** Reads the cells of one record that begins at a physical line; `raw` is its text without the line's end. */
  accept(cells: readonly string[], line: number, raw: string): void {
    const skip = this.#skipCode(cells, raw);
    if (skip !== undefined) {
      this.log.skip(this.file, skip);
      return;
    }
    this.#cells = cells;
    this.#fault = undefined;
    if (!this.#isWhole(raw) || !this.#append(line)) this.log.quarantine(this.file, line, raw, this.#fault!);
    else {
      this.log.accept(this.file);
      if (raw.includes(REPLACEMENT)) this.#note(line, 'wrong-encoding', NO_CELL, 'text of the stated encoding', '');
    }
  }

  /** Takes a record that no cells could be made of into quarantine. */
  refuse(line: number, raw: string, fault: Fault): void {
    if (this.preludeLeft > 0) this.preludeLeft--;
    this.log.quarantine(this.file, line, raw, fault);
  }

  #skipCode(cells: readonly string[], raw: string): string | undefined {
    const { plan } = this;
    if (this.preludeLeft > 0) return plan.prelude[plan.prelude.length - this.preludeLeft--];
    if (cells.every((cell) => cell.trim() === '')) return 'blank-line';
    if (plan.skipPrefixes.some((prefix) => raw.startsWith(prefix))) return 'marker-line';
    return plan.footerPrefixes.some((prefix) => raw.startsWith(prefix)) ? 'footer-line' : undefined;
  }

  #isWhole(raw: string): boolean {
    const { length } = this.#cells;
    const { cellCount } = this.plan;
    if (length !== cellCount) return this.#fail('cell-count', NO_CELL, `${cellCount} cells`, `${length}`) ?? false;
    if (!raw.includes(REPLACEMENT)) return true;
    const spoilt = this.#mapped.find((cell) => this.#cells[cell]?.includes(REPLACEMENT));
    if (spoilt === undefined) return true;
    return this.#fail('replacement-character', spoilt, 'text of the stated encoding', this.#text(spoilt)) ?? false;
  }

  /** Checks everything, then appends. False = a fault, and nothing was appended. */
  #append(line: number): boolean {
    const { plan, draft } = this;
    const first = this.#party(plan.payer);
    const second = first && this.#party(plan.beneficiary);
    const flow = second && this.#flow();
    const instant = flow && this.#instant();
    const sequence = instant && this.#sequence();
    if (sequence === undefined || first === undefined || second === undefined || !flow || !instant) return false;

    const [from, to] = flow.reversed ? [second, first] : [first, second];
    const payer = draft.accounts.intern(from.institution, from.account);
    const beneficiary = draft.accounts.intern(to.institution, to.account);
    const channel = this.#channel(line);
    const currency = flow.paid === undefined ? 0 : draft.currencies.intern(flow.paid.currency);
    const mantissa = flow.paid?.amount.mantissa ?? NaN;
    const decimals = flow.paid?.amount.decimals ?? 0;
    const { timeMs, precision } = instant;
    const sourceFile = this.file;
    const position = draft.rowCount;
    draft.appendRow(payer, beneficiary, timeMs, precision, mantissa, decimals, currency, channel, sourceFile, line);
    if (flow.paid?.amount.wide !== undefined) draft.setExactAmount(flow.paid.amount.wide, decimals);
    if (flow.received !== undefined && !sameSum(flow.paid, flow.received)) {
      const { amount, currency: receivedCurrency } = flow.received;
      const code = draft.currencies.intern(receivedCurrency);
      draft.setReceived(amount.wide ?? BigInt(amount.mantissa), amount.decimals, code);
    }
    this.#setHolderAndPlaces(payer, from.plan, 0);
    this.#setHolderAndPlaces(beneficiary, to.plan, 1);
    if (plan.sequenceByFileOrder) draft.setSequence(position);
    else if (plan.sequenceCell !== NO_CELL) draft.setSequence(sequence);
    const id = this.#text(plan.idCell);
    if (id !== '') draft.setId(id);
    const label = this.#text(plan.labelCell);
    if (label !== '') draft.setLabel(label);
    if (payer === beneficiary) this.#note(line, 'self-transfer', NO_CELL, 'two different accounts', from.account);
    if (instant.truncated && plan.time.kind === 'clock') {
      this.#note(line, 'time-truncated', plan.time.cell, 'no digits below the millisecond', this.#text(plan.time.cell));
    }
    return true;
  }

  #party(party: PartyPlan): Party | undefined {
    const { missing, removeAccountBlanks } = this.plan;
    const written = this.#text(party.account);
    if (written === '' || missing.has(written.toLowerCase())) {
      return this.#fail('account-missing', party.account, 'an account', written);
    }
    const institution = this.#text(party.institution);
    return {
      plan: party,
      account: removeAccountBlanks ? written.replace(/\s+/g, '') : written,
      institution: missing.has(institution.toLowerCase()) ? '' : institution,
    };
  }

  #flow(): Flow | undefined {
    const { paid, received, direction } = this.plan;
    if (paid === undefined) return { paid: undefined, received: undefined, reversed: false };
    if (direction === 'debit-credit') return this.#debitOrCredit(paid);
    const amount = this.#amount(paid.cell);
    const currency = amount && this.#currency(paid);
    if (amount === undefined || currency === undefined) return undefined;
    const { negative: policy } = this.plan.numbers;
    if (direction === 'as-given' && amount.negative && policy === 'quarantine') {
      return this.#fail('amount-negative', paid.cell, 'a positive amount', this.#text(paid.cell));
    }
    const reversed = direction === 'signed' ? !amount.negative : amount.negative && policy === 'reverse';
    const sum = { amount, currency };
    if (received === undefined || this.#isNone(received.cell)) return { paid: sum, received: undefined, reversed };
    const other = this.#amount(received.cell);
    const otherCurrency = other && this.#currency(received);
    if (other === undefined || otherCurrency === undefined) return undefined;
    if (direction === 'as-given' && other.negative && policy === 'quarantine') {
      return this.#fail('amount-negative', received.cell, 'a positive amount', this.#text(received.cell));
    }
    const otherSum = { amount: other, currency: otherCurrency };
    // Money that goes the other way leaves in the currency of the other side.
    return reversed ? { paid: otherSum, received: sum, reversed } : { paid: sum, received: otherSum, reversed };
  }

  #debitOrCredit(paid: AmountPlan): Flow | undefined {
    const { creditCell, numbers } = this.plan;
    const filled = [paid.cell, creditCell].filter((cell) => !this.#isNone(cell) && !this.#isZero(cell));
    const [cell] = filled;
    if (filled.length > 1) {
      return this.#fail('amount-both-sides', creditCell, 'a debit or a credit', this.#text(creditCell));
    }
    const amount = this.#amount(cell ?? paid.cell);
    const currency = amount && this.#currency(paid);
    if (cell === undefined || amount === undefined || currency === undefined) return undefined;
    if (amount.negative && numbers.negative === 'quarantine') {
      return this.#fail('amount-negative', cell, 'a positive amount', this.#text(cell));
    }
    const turned = amount.negative && numbers.negative === 'reverse';
    return { paid: { amount, currency }, received: undefined, reversed: (cell === creditCell) !== turned };
  }

  #amount(cell: number): ParsedAmount | undefined {
    const text = this.#text(cell);
    if (this.#isNone(cell)) return this.#fail('amount-missing', cell, 'an amount', text);
    const amount = parseAmount(text, this.plan.numbers);
    if (amount === undefined) return this.#fail('amount-unreadable', cell, describeNumbers(this.plan), text);
    if (amount.mantissa === 0) return this.#fail('amount-zero', cell, 'an amount above zero', text);
    return amount;
  }

  #currency(plan: AmountPlan): string | undefined {
    if (plan.currencyCell === NO_CELL) return plan.currencyConstant;
    const text = this.#text(plan.currencyCell);
    if (this.#isNone(plan.currencyCell)) return this.#fail('currency-missing', plan.currencyCell, 'a currency', text);
    const { currencies } = this.draft;
    // One slot is kept free: a row may bring a paid and a received currency that are both new.
    if (currencies.size >= MAX_CURRENCIES - 1 && currencies.find(text) === undefined) {
      return this.#fail('too-many-currencies', plan.currencyCell, `at most ${MAX_CURRENCIES - 1} currencies`, text);
    }
    return text;
  }

  #instant(): ParsedInstant | undefined {
    const { time } = this.plan;
    if (time.kind === 'order') return { timeMs: this.draft.rowCount, precision: ORDER, truncated: false };
    const text = this.#text(time.cell);
    if (this.#isNone(time.cell)) return this.#fail('time-missing', time.cell, 'a time', text);
    if (time.kind === 'step') {
      if (/^-?\d{1,15}$/.test(text)) return { timeMs: Number(text) + 0, precision: STEP, truncated: false };
      return this.#fail('time-unreadable', time.cell, 'an integer step', text);
    }
    const timeOfDay = this.#isNone(time.timeOfDayCell) ? '' : this.#text(time.timeOfDayCell);
    const whole = timeOfDay === '' ? text : `${text} ${timeOfDay}`;
    const instant = parseInstant(whole, time.formats, time.zoneMinutes);
    return instant ?? this.#fail('time-unreadable', time.cell, time.formats.join(' or '), whole);
  }

  #sequence(): number | undefined {
    const { sequenceCell } = this.plan;
    if (sequenceCell === NO_CELL) return 0;
    const text = this.#text(sequenceCell);
    if (/^-?\d{1,15}$/.test(text)) return Number(text) + 0;
    return this.#fail('sequence-unreadable', sequenceCell, 'an integer', text);
  }

  #channel(line: number): number {
    const { channelCell, channels } = this.plan;
    const word = this.#text(channelCell);
    if (word === '') return 0;
    const known = channels.get(word.toLowerCase());
    if (known === undefined) this.#note(line, 'channel-unknown', channelCell, 'a channel of the mapping', word);
    return known ?? OTHER_CHANNEL;
  }

  /** `side` 0 = payer, 1 = beneficiary. */
  #setHolderAndPlaces(account: number, party: PartyPlan, side: 0 | 1): void {
    const { draft } = this;
    const holder = this.#text(party.holder);
    if (!this.#isNone(party.holder)) draft.accounts.noteHolder(account, holder);
    if (!this.#isNone(party.place)) draft.setPlace(side, draft.places.intern(this.#text(party.place)));
    if (!this.#isNone(party.country)) draft.setPlace(2 + side, draft.places.intern(this.#text(party.country)));
  }

  /** Whether a cell is not mapped, empty, or holds a text that stands for "none". */
  #isNone(cell: number): boolean {
    const text = this.#text(cell);
    return text === '' || this.plan.missing.has(text.toLowerCase());
  }

  #isZero(cell: number): boolean {
    return parseAmount(this.#text(cell), this.plan.numbers)?.mantissa === 0;
  }

  #text(cell: number): string {
    return cell === NO_CELL ? '' : this.#cells[cell]!.trim();
  }

  #fail(code: string, cell: number, expected: string, received: string): undefined {
    this.#fault = { code, column: this.plan.columnNames[cell] ?? '', expected, received };
  }

  #note(line: number, code: string, cell: number, expected: string, received: string): void {
    this.log.note(this.file, line, { code, column: this.plan.columnNames[cell] ?? '', expected, received });
  }
}

function sameSum(left: Sum | undefined, right: Sum): boolean {
  return (
    left !== undefined &&
    left.currency === right.currency &&
    left.amount.decimals === right.amount.decimals &&
    left.amount.mantissa === right.amount.mantissa &&
    left.amount.wide === right.amount.wide
  );
}

function describeNumbers({ numbers }: RowPlan): string {
  const form = numbers.scientific ? 'a decimal number' : 'a decimal number without exponent';
  const thousands = numbers.thousandsMark === '' ? 'no thousands mark' : `thousands mark "${numbers.thousandsMark}"`;
  return `${form}, decimal mark "${numbers.decimalMark}", ${thousands}`;
}

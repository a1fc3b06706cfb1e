import { PRECISIONS } from '../foundation/index.js';
import { type LedgerBuilder } from '../ledger/index.js';
import { type KeyBytes } from '../structures/index.js';
import { readAmountsInto } from './byte-amounts.kernel.js';
import { markUnclearInto } from './byte-cells.kernel.js';
import { markDoubtfulInto } from './byte-accounts.kernel.js';
import { readClockTimesInto, readIntegersInto } from './byte-times.kernel.js';
import { ByteWords, NO_WORD, type WordKind } from './byte-words.js';
import { knownCurrency } from './known-currency.js';
import { PlainAccounts } from './plain-accounts.js';
import { BATCH, type PlainBatch } from './plain-batch.js';
import { firstsOf, lengthsOf } from './text-marks.js';
import { type PlainTime, plainTime } from './plain-support.js';
import { type AmountPlan, NO_CELL, type PartyPlan, type RowPlan } from './row-plan.js';
import { foldWord } from './statements/direction-words.js';

/** Numbers of sequence and step columns have at most this many digits. */
const MAX_INTEGER_DIGITS = 15;

/** From this many on new ones are left to the row interpreter, which knows when there are too many. */
const MAX_CURRENCIES = 50_000;

/** A column of words, with the private ids of the current batch. */
interface WordColumn {
  readonly cell: number;
  readonly words: ByteWords;
  /** By record. */
  readonly ids: Int32Array;
}

/**
 * Reads the cells of a batch by the plan: what every cell of a record says is written into the batch's columns, and the
 * record made odd where that is more than a glance can tell. Nothing reaches the draft before a record is known to be fine.
 */
export class PlainCells {
  readonly #plan: RowPlan;
  readonly #draft: LedgerBuilder;
  readonly #time: PlainTime;
  readonly #accounts: PlainAccounts;
  readonly #missingLengths: Uint8Array;
  readonly #missingFirsts: Uint8Array;
  readonly #noLengths = new Uint8Array(0);
  readonly #currency: WordColumn | undefined;
  readonly #receivedCurrency: WordColumn | undefined;
  readonly #channel: WordColumn | undefined;
  readonly #label: WordColumn | undefined;
  /** Words that the mapping's filters look at: those of rows that count are plain. */
  readonly #filters: readonly (WordColumn | undefined)[];
  readonly #accountLengths: Uint8Array;
  readonly #accountFirsts: Uint8Array;
  /** Place from, place to, country from, country to. */
  readonly places: readonly (WordColumn | undefined)[];

  constructor(plan: RowPlan, draft: LedgerBuilder) {
    this.#plan = plan;
    this.#draft = draft;
    this.#accounts = new PlainAccounts(draft.accounts);
    this.#time = plainTime(plan.time) ?? { kind: 'order' };
    this.#missingLengths = lengthsOf([...plan.missing]);
    this.#missingFirsts = firstsOf([...plan.missing]);
    const texts = [...plan.missing, ...plan.accounts.placeholders];
    this.#accountLengths = lengthsOf(texts);
    this.#accountFirsts = firstsOf(texts);
    this.#filters = plan.filters.map(({ cell, words, keeps }) =>
      wordColumn(
        cell,
        (text) => (words.has(foldWord(text)) === keeps ? 'none' : 'unclear'),
        () => 0,
      ),
    );
    const currencyKind = (text: string): WordKind => {
      const hasRoom = draft.currencies.size < MAX_CURRENCIES || draft.currencies.find(text) !== undefined;
      const isKnown = this.#isPlain(text) && knownCurrency(text, plan.currencies) !== undefined;
      return text !== '' && hasRoom && isKnown ? 'word' : 'unclear';
    };
    const currencyNumber = (text: string): number =>
      draft.currencies.intern(knownCurrency(text, plan.currencies) ?? text);
    const sumWords = (sum: AmountPlan | undefined): WordColumn | undefined =>
      sum === undefined ? undefined : wordColumn(sum.currencyCell, currencyKind, currencyNumber);
    this.#currency = sumWords(plan.paid);
    this.#receivedCurrency = sumWords(plan.received);
    this.#channel = wordColumn(
      plan.channelCell,
      (text) => (text === '' ? 'none' : plan.channels.has(text.toLowerCase()) ? 'word' : 'unclear'),
      (text) => plan.channels.get(text.toLowerCase()) ?? 0,
    );
    const labelKind = (text: string): WordKind => (text === '' ? 'none' : text === text.trim() ? 'word' : 'unclear');
    this.#label = wordColumn(plan.labelCell, labelKind, (text) => draft.labelTexts.intern(text));
    const { payer, beneficiary } = plan;
    const placeKind = (text: string): WordKind => (text === '' ? 'none' : this.#isPlain(text) ? 'word' : 'unclear');
    this.places = [payer.place, beneficiary.place, payer.country, beneficiary.country].map((cell) =>
      wordColumn(cell, placeKind, (text) => draft.places.intern(text)),
    );
  }

  /** Reads the batch; afterwards `fine` lists the records whose columns are filled. */
  read(source: KeyBytes, batch: PlainBatch): void {
    const { bytes } = source;
    const { payer, beneficiary, paid, received, sequenceCell } = this.#plan;
    this.#checkParty(bytes, batch, payer);
    this.#checkParty(bytes, batch, beneficiary);
    if (paid !== undefined) {
      this.#readAmounts(bytes, batch, paid.cell, batch.mantissa, batch.decimals);
      if (received !== undefined) {
        this.#readAmounts(bytes, batch, received.cell, batch.received.mantissa, batch.received.decimals);
      }
    } else batch.mantissa.fill(NaN);
    this.#readTimes(bytes, batch);
    if (sequenceCell !== NO_CELL) this.#readIntegers(bytes, batch, sequenceCell, MAX_INTEGER_DIGITS, 1, batch.sequence);

    batch.listFine();
    const kinds = [this.#currency, this.#receivedCurrency, this.#channel, this.#label];
    const words = [...this.#filters, ...kinds, ...this.places];
    for (const column of words) if (column !== undefined) this.#readWords(source, batch, column);
    batch.listFine();
    this.#number(batch);
    this.#accounts.readInto(source, batch, payer, batch.payer);
    this.#accounts.readInto(source, batch, beneficiary, batch.beneficiary);
  }

  /** Number of the place of a record, or -1. */
  place(kind: number, record: number): number {
    const column = this.places[kind];
    return column === undefined ? -1 : column.words.number(column.ids[record]!);
  }

  #checkParty(bytes: Uint8Array, batch: PlainBatch, party: PartyPlan): void {
    const { bounds, cellCount, count, odd } = batch;
    const { accounts, removeAccountBlanks } = this.#plan;
    const whole = removeAccountBlanks ? 1 : 0;
    const [lengths, firsts] = [this.#accountLengths, this.#accountFirsts];
    markUnclearInto(bytes, bounds, cellCount, party.account, count, 1, whole, lengths, firsts, odd);
    if (accounts.digitsFill || accounts.refuseSpoilt) {
      markDoubtfulInto(bytes, bounds, cellCount, party.account, count, odd);
    }
    if (party.institution !== NO_CELL) this.#markUnclear(bytes, batch, party.institution, 0, 0, this.#missingLengths);
    for (const cell of [party.holder, party.holderId]) {
      if (cell !== NO_CELL) this.#markUnclear(bytes, batch, cell, 0, 0, this.#missingLengths);
    }
    if (this.#plan.idCell !== NO_CELL) this.#markUnclear(bytes, batch, this.#plan.idCell, 0, 0, this.#noLengths);
  }

  #markUnclear(
    bytes: Uint8Array,
    { bounds, cellCount, count, odd }: PlainBatch,
    cell: number,
    required: number,
    whole: number,
    lengths: Uint8Array,
  ): void {
    markUnclearInto(bytes, bounds, cellCount, cell, count, required, whole, lengths, this.#missingFirsts, odd);
  }

  #readAmounts(bytes: Uint8Array, batch: PlainBatch, cell: number, mantissa: Float64Array, decimals: Uint8Array): void {
    const { bounds, cellCount, count, odd } = batch;
    if (this.#plan.missing.size > 0) this.#markUnclear(bytes, batch, cell, 1, 0, this.#missingLengths);
    const mark = this.#plan.numbers.decimalMark.charCodeAt(0);
    readAmountsInto(bytes, bounds, cellCount, cell, count, mark, odd, mantissa, decimals);
  }

  #readTimes(bytes: Uint8Array, batch: PlainBatch): void {
    const { bounds, cellCount, count, odd, timeMs, precision } = batch;
    const time = this.#time;
    if (time.kind === 'order') {
      precision.fill(PRECISIONS.indexOf('order'));
      return;
    }
    if (this.#plan.missing.size > 0) this.#markUnclear(bytes, batch, time.cell, 1, 0, this.#missingLengths);
    if (time.kind === 'integer') {
      precision.fill(PRECISIONS.indexOf(time.precision));
      this.#readIntegers(bytes, batch, time.cell, time.digits, time.factor, timeMs);
      return;
    }
    const { cell, clockCell, form, offsetMs } = time;
    if (clockCell !== NO_CELL) this.#markUnclear(bytes, batch, clockCell, 1, 0, this.#missingLengths);
    const day = PRECISIONS.indexOf('day');
    readClockTimesInto(bytes, bounds, cellCount, cell, clockCell, count, form, offsetMs, day, odd, timeMs, precision);
  }

  #readIntegers(
    bytes: Uint8Array,
    { bounds, cellCount, count, odd }: PlainBatch,
    cell: number,
    digits: number,
    factor: number,
    values: Float64Array,
  ): void {
    readIntegersInto(bytes, bounds, cellCount, cell, count, digits, factor, odd, values);
  }

  #readWords(source: KeyBytes, batch: PlainBatch, { cell, words, ids }: WordColumn): void {
    const { fine, fineCount } = batch;
    words.readInto(source, batch.bounds, batch.cellCount, cell, fine, fineCount, batch.odd, ids);
  }

  /** Gives the words of fine records their numbers in the draft. */
  #number(batch: PlainBatch): void {
    const { paid, received } = this.#plan;
    if (paid !== undefined) this.#numberCurrency(batch, paid, this.#currency, batch.currency);
    if (received !== undefined) this.#numberCurrency(batch, received, this.#receivedCurrency, batch.received.currency);
    const { fine, fineCount } = batch;
    if (this.#channel !== undefined) {
      this.#channel.words.numberInto(fine, fineCount, this.#channel.ids, 0, batch.channel);
    }
    if (this.#label !== undefined) {
      this.#label.words.numberInto(fine, fineCount, this.#label.ids, NO_WORD, batch.label);
    }
  }

  #numberCurrency(batch: PlainBatch, sum: AmountPlan, column: WordColumn | undefined, numbers: Uint16Array): void {
    const { fine, fineCount } = batch;
    if (fineCount === 0) return;
    if (column === undefined) {
      numbers.fill(this.#draft.currencies.intern(sum.currencyConstant));
      return;
    }
    column.words.numberInto(fine, fineCount, column.ids, 0, numbers);
  }

  /** Whether a word says itself: no blanks to trim, no text that stands for "none". */
  #isPlain(text: string): boolean {
    return text === text.trim() && !this.#plan.missing.has(text.toLowerCase());
  }
}

function wordColumn(
  cell: number,
  classify: (text: string) => WordKind,
  number: (text: string) => number,
): WordColumn | undefined {
  return cell === NO_CELL ? undefined : { cell, words: new ByteWords(classify, number), ids: new Int32Array(BATCH) };
}

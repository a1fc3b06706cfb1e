import { defaultTies, PRECISIONS, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { GrowableColumn } from '../../structures/index.js';
import { dwellMs, type FifoLane, leastOpening, matchFifoInto } from '../../trace/index.js';
import { type AccountFlows } from './account-flows.js';
import { type Flows } from './flows.js';

/** What is asked of money that went on. */
export interface UseRule {
  /** Debits that count as everyday. */
  readonly everydayRows: ReadonlySet<Row>;
  /** What leaves within this, inclusive, leaves at once. */
  readonly fastMs: number;
}

/**
 * What became of an account's credits in one currency, by first in, first out: all that {@link onwardMoney} asks. Three sums
 * a credit in one list, in minor units (the nearest doubles of wide currencies).
 */
export class CreditUses {
  readonly #sums: number[];

  constructor(credits: number) {
    this.#sums = new Array<number>(3 * credits).fill(0);
  }

  /** A part of the credit at this position left. */
  add(credit: number, minor: number, isFast: boolean, isEveryday: boolean): void {
    const at = 3 * credit;
    this.#sums[at]! += minor;
    if (isFast) this.#sums[at + 1]! += minor;
    if (isEveryday) this.#sums[at + 2]! += minor;
  }

  passed(credit: number): number {
    return this.#sums[3 * credit]!;
  }

  /** Part that left at once. */
  passedFast(credit: number): number {
    return this.#sums[3 * credit + 1]!;
  }

  /** Part that left by everyday debits. */
  everyday(credit: number): number {
    return this.#sums[3 * credit + 2]!;
  }
}

/** Takes what is asked for later out of a lane, so that the lane can be dropped. `credits` are those of the lane. O(pieces log credits). */
export function usesOfLane(lane: FifoLane, credits: Flows, { everydayRows, fastMs }: UseRule): CreditUses {
  const { creditRows, pieceCredit, pieceMinor, pieceDebit, debitRows } = lane;
  const uses = new CreditUses(credits.length);
  for (let piece = 0; piece < pieceCredit.length; piece++) {
    const credit = credits.firstFrom(creditRows[pieceCredit[piece]!]!);
    const isEveryday = everydayRows.has(debitRows[pieceDebit[piece]!]!);
    uses.add(credit, Number(pieceMinor[piece]), dwellMs(lane, piece) <= fastMs, isEveryday);
  }
  return uses;
}

/**
 * Matches the flows of small accounts one after the other: the same as {@link usesOfLane} of the lane of the currency,
 * with the least opening balance and the default ties of the ledger, without a lane, whose many views cost more than
 * matching. Where only a lane is exact it gives no answer.
 */
export class UseMatcher {
  readonly #canMatch: boolean;
  readonly #sameInstant: boolean;
  readonly #creditMs = new GrowableColumn(Float64Array, 64);
  readonly #debitMs = new GrowableColumn(Float64Array, 64);
  readonly #creditMinor = new GrowableColumn(Float64Array, 64);
  readonly #debitMinor = new GrowableColumn(Float64Array, 64);
  readonly #pieceCredit = new GrowableColumn(Int32Array, 64);
  readonly #pieceDebit = new GrowableColumn(Int32Array, 64);
  readonly #pieceMinor = new GrowableColumn(Float64Array, 64);

  constructor({ ledger }: TemporalGraph, currency: number) {
    // Lanes round times to days where a transfer is only known to the day, and hold wide amounts in BigInts.
    const isFine = PRECISIONS.indexOf(ledger.precision) > PRECISIONS.indexOf('day');
    this.#canMatch = isFine && ledger.currencies[currency]?.lane === 'safe';
    this.#sameInstant = defaultTies(ledger.precision) === 'same-instant-allowed';
  }

  /** Undefined where only a lane is exact. O(flows). */
  match({ credits, debits }: AccountFlows, { everydayRows, fastMs }: UseRule): CreditUses | undefined {
    if (!this.#canMatch) return undefined;
    const credited = fill(this.#creditMs, this.#creditMinor, credits);
    const debited = fill(this.#debitMs, this.#debitMinor, debits);
    if (credited > Number.MAX_SAFE_INTEGER || debited > Number.MAX_SAFE_INTEGER) return undefined;
    const creditMinor = this.#creditMinor.array.subarray(0, credits.length);
    const debitMinor = this.#debitMinor.array.subarray(0, debits.length);
    const [creditMs, debitMs] = [this.#creditMs.array, this.#debitMs.array];
    const opening = leastOpening(creditMs, creditMinor, debitMs, debitMinor, this.#sameInstant);
    for (const column of [this.#pieceCredit, this.#pieceDebit, this.#pieceMinor]) {
      column.reserve(credits.length + debits.length);
    }
    const [pieceCredit, pieceDebit] = [this.#pieceCredit.array, this.#pieceDebit.array];
    const pieceMinor = this.#pieceMinor.array;
    // prettier-ignore
    const pieces = matchFifoInto(opening, creditMs, creditMinor, debitMs, debitMinor, this.#sameInstant, Infinity, pieceCredit, pieceDebit, pieceMinor);
    const uses = new CreditUses(credits.length);
    for (let piece = 0; piece < pieces; piece++) {
      const [credit, debit] = [pieceCredit[piece]!, pieceDebit[piece]!];
      const isFast = debitMs[debit]! - creditMs[credit]! <= fastMs;
      uses.add(credit, pieceMinor[piece]!, isFast, everydayRows.has(debits.row(debit)));
    }
    return uses;
  }
}

/** Times and amounts of flows, in columns that are used again. Returns the sum, rounded if it leaves the exact integers. */
function fill(times: GrowableColumn<Float64Array>, amounts: GrowableColumn<Float64Array>, flows: Flows): number {
  times.reserve(flows.length);
  amounts.reserve(flows.length);
  let sum = 0;
  for (let at = 0; at < flows.length; at++) {
    const minor = flows.minor(at);
    times.array[at] = flows.timeMs(at);
    amounts.array[at] = minor;
    sum += minor;
  }
  return sum;
}

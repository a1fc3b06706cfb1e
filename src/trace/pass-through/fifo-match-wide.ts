import { MinorBigints } from '../holdings/arithmetic.js';
import { leastOpening } from '../holdings/least-opening.js';
import { LineHolding } from '../holdings/line-holding.js';

/** The two sides of a lane, each ordered by time. */
export interface WideSides {
  readonly creditTimeMs: Float64Array;
  readonly creditMinor: readonly bigint[];
  readonly debitTimeMs: Float64Array;
  readonly debitMinor: readonly bigint[];
}

/** What {@link matchFifoWide} answers; the columns mean the same as those of a lane. */
export interface WideMatch {
  readonly pieceCredit: number[];
  readonly pieceDebit: number[];
  readonly pieceMinor: bigint[];
  readonly keptMinor: bigint[];
  readonly unmatchedMinor: bigint[];
}

/**
 * First in, first out through one lane by {@link LineHolding}, for amounts of any size. Money held before the data, the least
 * that will do if it is asked for, leaves first and matches no credit; what a debit lacks beyond that stays unmatched. A
 * credit of the same instant may be used if `sameInstant`; credits older than `maxAgeMs` are passed over for good.
 * O(credits + debits) operations on BigInts.
 */
export function matchFifoWide(
  { creditTimeMs, creditMinor, debitTimeMs, debitMinor }: WideSides,
  rule: {
    readonly sameInstant: boolean;
    readonly maxAgeMs: number;
    readonly shortfall: 'born-now' | 'minimal-opening';
  },
): WideMatch {
  const arithmetic = new MinorBigints();
  const line = new LineHolding(arithmetic, 'first', false);
  const turns = inTurn(creditTimeMs, debitTimeMs, rule.sameInstant);
  const changes = turns.map((turn) => (turn >= 0 ? creditMinor[turn]! : -debitMinor[~turn]!));
  let opening = rule.shortfall === 'minimal-opening' ? leastOpening(changes, arithmetic) : 0n;
  const keptMinor = creditMinor.slice();
  const unmatchedMinor = debitMinor.slice();
  const match: WideMatch = { pieceCredit: [], pieceDebit: [], pieceMinor: [], keptMinor, unmatchedMinor };
  for (const turn of turns) {
    if (turn >= 0) {
      const amount = creditMinor[turn]!;
      if (amount > 0n) line.put({ origin: turn, asserted: false, birth: turn, hops: 0, amount });
      continue;
    }
    const debit = ~turn;
    const now = debitTimeMs[debit]!;
    line.passOver(({ origin }) => now - creditTimeMs[origin]! > rule.maxAgeMs);
    const fromOpening = lesser(debitMinor[debit]!, opening);
    opening -= fromOpening;
    const covered = lesser(debitMinor[debit]! - fromOpening, line.balance);
    unmatchedMinor[debit]! -= covered;
    for (const { origin, amount } of line.take(covered)) {
      match.pieceCredit.push(origin);
      match.pieceDebit.push(debit);
      match.pieceMinor.push(amount);
      keptMinor[origin]! -= amount;
    }
  }
  return match;
}

/** Credits, by position, and debits, by ~position, in the order of booking: in one instant credits first if `sameInstant`. */
function inTurn(creditTimeMs: Float64Array, debitTimeMs: Float64Array, sameInstant: boolean): number[] {
  const turns: number[] = [];
  let credit = 0;
  debitTimeMs.forEach((now, debit) => {
    while (sameInstant ? creditTimeMs[credit]! <= now : creditTimeMs[credit]! < now) turns.push(credit++);
    turns.push(~debit);
  });
  while (credit < creditTimeMs.length) turns.push(credit++);
  return turns;
}

function lesser(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}

import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  type Fraction,
  multiplyFractions,
  subtractFractions,
  ZERO,
} from '../../../src/foundation/index.js';
import { type PlainTransfer } from './fee-flow-relations.js';

/** Money that lies on an account: how much, and which part of it is marked. */
interface Lot {
  left: Fraction;
  readonly share: Fraction;
}

/** What one transfer consumed of marked money, and which marked money it brought, in exact minor units. */
export interface MarkedTransfer {
  readonly consumed: Fraction;
  readonly brought: Fraction;
}

/**
 * Exact first in, first out: one queue of lots per account and currency, transfers in their order. What an account pays
 * beyond its queue is money of its own from before the file, and unmarked.
 */
export function plainTrace(
  transfers: readonly PlainTransfer[],
  isTagged: (transfer: PlainTransfer) => boolean,
): MarkedTransfer[] {
  const queues = new Map<string, Lot[]>();
  const queueOf = (account: number, currency: number): Lot[] => {
    const key = `${account} ${currency}`;
    const queue = queues.get(key) ?? [];
    queues.set(key, queue);
    return queue;
  };
  return transfers.map((transfer) => {
    const amount = fraction(BigInt(transfer.minor));
    const consumed = takeFrom(queueOf(transfer.from, transfer.currency), amount);
    const brought = isTagged(transfer) ? amount : consumed;
    queueOf(transfer.to, transfer.currency).push({ left: amount, share: divideFractions(brought, amount) });
    return { consumed, brought };
  });
}

function takeFrom(queue: Lot[], amount: Fraction): Fraction {
  let wanted = amount;
  let marked = ZERO;
  while (queue.length > 0 && compareFractions(wanted, ZERO) > 0) {
    const lot = queue[0]!;
    const piece = compareFractions(lot.left, wanted) <= 0 ? lot.left : wanted;
    marked = addFractions(marked, multiplyFractions(piece, lot.share));
    wanted = subtractFractions(wanted, piece);
    lot.left = subtractFractions(lot.left, piece);
    if (compareFractions(lot.left, ZERO) === 0) queue.shift();
  }
  return marked;
}

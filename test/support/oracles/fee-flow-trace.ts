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
  readonly row: number;
  /** Units per minor unit. */
  readonly worth: Fraction;
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
 * beyond its queue comes from its oldest lot in another currency, at the ratio of the medians; beyond all lots it is money
 * from before the file, and unmarked.
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
    const worth = worthOf(transfer);
    const own = takeFrom(queueOf(transfer.from, transfer.currency), amount);
    let consumed = own.marked;
    let missing = multiplyFractions(own.wanted, worth);
    for (;;) {
      const others = [...queues]
        .filter(
          ([key, lots]) =>
            key.startsWith(`${transfer.from} `) && key !== `${transfer.from} ${transfer.currency}` && lots.length > 0,
        )
        .map(([, lots]) => lots)
        .sort((a, b) => a[0]!.row - b[0]!.row);
      const lots = others[0];
      if (lots === undefined || compareFractions(missing, ZERO) <= 0) break;
      const first = [lots[0]!];
      const taken = takeFrom(first, divideFractions(missing, lots[0]!.worth));
      consumed = addFractions(consumed, divideFractions(multiplyFractions(taken.marked, lots[0]!.worth), worth));
      missing = multiplyFractions(taken.wanted, lots[0]!.worth);
      if (first.length === 0) lots.shift();
    }
    const brought = isTagged(transfer) ? amount : consumed;
    const lot = { row: transfer.row, worth, left: amount, share: divideFractions(brought, amount) };
    queueOf(transfer.to, transfer.currency).push(lot);
    return { consumed, brought };
  });
}

/** Units per minor unit of a transfer's currency: one over the median, which is a whole or half number of minor units. */
function worthOf({ units, minor }: PlainTransfer): Fraction {
  return fraction(2n, BigInt(Math.round((2 * minor) / units)));
}

function takeFrom(queue: Lot[], amount: Fraction): { readonly marked: Fraction; readonly wanted: Fraction } {
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
  return { marked, wanted };
}

import { type Arithmetic } from './arithmetic.js';

/**
 * The least opening balance that keeps an account from ever going below zero: what its lowest balance would lack had it begun
 * with nothing. It looks at all changes of the balance, in order. Zero for none. O(changes).
 */
export function leastOpening<Q>(changes: Iterable<Q>, arithmetic: Arithmetic<Q>): Q {
  let balance = arithmetic.zero;
  let lowest = balance;
  for (const change of changes) {
    balance = arithmetic.add(balance, change);
    if (arithmetic.compare(balance, lowest) < 0) lowest = balance;
  }
  return arithmetic.subtract(arithmetic.zero, lowest);
}

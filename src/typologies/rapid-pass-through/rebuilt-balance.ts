import { type FifoLane } from '../../trace/index.js';

/** A node's balance in one currency as a staircase: from `timesMs[i]` on, until the next entry, it is `balances[i]`. */
export interface RebuiltBalance {
  readonly openingMinor: bigint;
  readonly timesMs: readonly number[];
  readonly balances: readonly bigint[];
}

/**
 * The balance as it must at least have been: the smallest opening balance that keeps it from going below zero, plus
 * credits, minus debits. Inside one instant credits come first if `creditsFirst`, debits otherwise. The true balance may
 * have been higher by any constant. O(transfers of the lane).
 */
export function rebuildBalance(lane: FifoLane, creditsFirst: boolean): RebuiltBalance {
  const { creditTimeMs, debitTimeMs, creditMinor, debitMinor } = lane;
  const timesMs: number[] = [];
  const running: bigint[] = [];
  let balance = 0n;
  let lowest = 0n;
  let credit = 0;
  let debit = 0;
  while (credit < creditTimeMs.length || debit < debitTimeMs.length) {
    const now = Math.min(creditTimeMs[credit] ?? Infinity, debitTimeMs[debit] ?? Infinity);
    let received = 0n;
    let paid = 0n;
    while (creditTimeMs[credit] === now) received += BigInt(creditMinor[credit++] as number | bigint);
    while (debitTimeMs[debit] === now) paid += BigInt(debitMinor[debit++] as number | bigint);
    const depth = creditsFirst ? balance + received - paid : balance - paid;
    if (depth < lowest) lowest = depth;
    balance += received - paid;
    timesMs.push(now);
    running.push(balance);
  }
  return { openingMinor: -lowest, timesMs, balances: running.map((one) => one - lowest) };
}

/** Balance times time over start .. end, in minor units times milliseconds; divide by the length for the mean. */
export function balanceIntegral(rebuilt: RebuiltBalance, startMs: number, endMs: number): bigint {
  const { timesMs, balances, openingMinor } = rebuilt;
  let sum = 0n;
  let at = startMs;
  let held = openingMinor;
  for (let i = 0; i < timesMs.length && timesMs[i]! < endMs; i++) {
    if (timesMs[i]! > at) {
      sum += held * BigInt(timesMs[i]! - at);
      at = timesMs[i]!;
    }
    held = balances[i] as bigint;
  }
  return endMs > at ? sum + held * BigInt(endMs - at) : sum;
}

import {
  addFractions,
  compareFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  type Ties,
  ZERO,
} from '../../../src/foundation/index.js';
import { type OracleTransfer } from './temporal-flow.js';

type Chips = readonly (readonly [time: number, mass: number])[];

/**
 * Time-aware ranking in the limit: all accounts pass everything on, round after round, until nothing is left. Follows the
 * definition word for word.
 */
export function exactRanking(
  transfers: readonly OracleTransfer[],
  source: string,
  { alpha = 0.15, beta = 0.8, ties = 'strict' } = {},
): Map<string, number> {
  const moving = transfers.filter(({ from, to }) => from !== to);
  const scores = new Map<string, number>();
  let now = new Map<string, Chips>([[source, [[NaN, 1]]]]);
  for (let round = 0; round < 200; round++) {
    const next = new Map<string, [number, number][]>();
    const credit = (account: string, time: number, mass: number): void => {
      next.set(account, [...(next.get(account) ?? []), [time, mass]]);
    };
    for (const [account, chips] of now) {
      for (const [time, mass] of chips) {
        const first = Number.isNaN(time);
        scores.set(account, (scores.get(account) ?? 0) + alpha * mass);
        const isLater = (other: number): boolean => first || (ties === 'strict' ? other > time : other >= time);
        const isEarlier = (other: number): boolean => first || (ties === 'strict' ? other < time : other <= time);
        const later = moving.filter((transfer) => transfer.from === account && isLater(transfer.time));
        const earlier = moving.filter((transfer) => transfer.to === account && isEarlier(transfer.time));
        const forward = (1 - alpha) * beta * mass;
        const back = (1 - alpha) * (1 - beta) * mass;
        const outValue = later.reduce((sum, { amount }) => sum + amount, 0);
        const inValue = earlier.reduce((sum, { amount }) => sum + amount, 0);
        for (const { to, time: at, amount } of later) credit(to, at, (forward * amount) / outValue);
        for (const { from, time: at, amount } of earlier) credit(from, at, (back * amount) / inValue);
        if (later.length === 0) credit(account, first ? -Infinity : time, forward);
        if (earlier.length === 0) credit(account, first ? Infinity : time, back);
      }
    }
    now = new Map([...next].map(([account, chips]) => [account, merged(chips)]));
  }
  return scores;
}

function merged(chips: Chips): Chips {
  const sums = new Map<number, number>();
  for (const [time, mass] of chips) sums.set(time, (sums.get(time) ?? 0) + mass);
  return [...sums];
}

/** The reserve rule with exact fractions, transfers in the given order, which must be that of time. */
export function exactReserve(
  transfers: readonly OracleTransfer[],
  source: string,
  reserve: Fraction,
  ties: Ties,
): { readonly moved: Fraction[]; readonly left: Map<string, Fraction> } {
  const passed = subtractFractions(fraction(1n), reserve);
  const received: { readonly account: string; readonly time: number; readonly amount: Fraction }[] = [];
  const spent = new Map<string, Fraction>();
  const moved = transfers.map(({ from, to, time, amount }) => {
    if (from === to) return ZERO;
    let move = fraction(BigInt(amount));
    if (from !== source) {
      const usable = received
        .filter((credit) => credit.account === from && (ties === 'strict' ? credit.time < time : true))
        .reduce((sum, credit) => addFractions(sum, credit.amount), ZERO);
      const most = multiplyFractions(subtractFractions(usable, spent.get(from) ?? ZERO), passed);
      if (compareFractions(most, move) < 0) move = most;
      spent.set(from, addFractions(spent.get(from) ?? ZERO, move));
    }
    received.push({ account: to, time, amount: move });
    return move;
  });
  const left = new Map<string, Fraction>();
  for (const { account, amount } of received) left.set(account, addFractions(left.get(account) ?? ZERO, amount));
  for (const [account, amount] of spent) left.set(account, subtractFractions(left.get(account) ?? ZERO, amount));
  return { moved, left };
}

import { keepsSlowly } from './own-money.js';

const DAY = 24;

/** A payment with a whole amount and a time in hours; payments are given in the order of the ledger, of one currency. */
export type HandledPayment = readonly [payer: string, beneficiary: string, hour: number, amount: number];

/** Whether an account handles money of others, by following each coin and trying every set of three families. */
export function handlesMoneySlowly(payments: readonly HandledPayment[], account: string): boolean {
  const credits = payments.filter(([payer, to]) => to === account && payer !== account);
  const debits = payments.filter(([payer, to]) => payer === account && to !== account);
  const total = credits.reduce((sum, [, , , amount]) => sum + amount, 0);
  const isPaid = (one: string): boolean => debits.some(([, to]) => to === one);
  const payers = [...new Set(credits.map(([payer]) => payer))];
  const from = (payer: string): HandledPayment[] => credits.filter(([one]) => one === payer);
  const sumOf = (list: readonly HandledPayment[]): number => list.reduce((sum, [, , , amount]) => sum + amount, 0);
  const hours = payments.map(([, , hour]) => hour);
  const period = Math.max(...hours) - Math.min(...hours);
  const lives = payers.some((payer) => {
    const paid = from(payer).map(([, , time, minor]) => ({ time, minor }));
    return 4 * sumOf(from(payer)) >= total && keepsSlowly(paid, period, DAY);
  });
  if (lives) return false;
  const givers = payers.filter((payer) => !isPaid(payer));
  const families = familiesOf(payments, givers);
  const sums = families.map((family) => family.reduce((sum, giver) => sum + sumOf(from(giver)), 0));
  const noneHalf = sums.every((sum) => 2 * sum < total);
  const noThree = sums.every((a, i) =>
    sums.every((b, j) => sums.every((c, k) => i >= j || j >= k || 5 * (a + b + c) < 4 * total)),
  );
  const given = sums.reduce((sum, one) => sum + one, 0);
  if (sums.length >= 6 && noneHalf && noThree && 2 * given >= total) return true;

  const passed = passedCoins(credits, debits).filter(({ payer }) => givers.includes(payer));
  const times = [...new Set(passed.map(({ hour }) => hour))].sort((a, b) => a - b);
  const occasions = times.filter((hour, i) => i === 0 || hour - times[i - 1]! >= DAY).length;
  const passing = familiesOf(
    payments,
    givers.filter((giver) => passed.some(({ payer }) => payer === giver)),
  );
  return 10 * passed.length >= 8 * total && occasions >= 3 && passing.length >= 3;
}

/** Coins that left within 72 hours, money from before the data first, then the oldest that is not older than that. */
function passedCoins(
  credits: readonly HandledPayment[],
  debits: readonly HandledPayment[],
): { payer: string; hour: number }[] {
  let opening = 0;
  let spent = 0;
  for (const [, , now, amount] of debits) {
    spent += amount;
    const had = credits.filter(([, , hour]) => hour < now).reduce((sum, [, , , one]) => sum + one, 0);
    opening = Math.max(opening, spent - had);
  }
  const before = Array.from({ length: opening }, () => ({ payer: '', hour: -Infinity }));
  const coins = credits.flatMap(([payer, , hour, amount]) => Array.from({ length: amount }, () => ({ payer, hour })));
  const queue = [...before, ...coins];
  const isOld = (now: number): boolean => now - (queue[0]?.hour ?? now) > 72 && queue[0]?.payer !== '';
  const passed: { payer: string; hour: number }[] = [];
  for (const [, , now, amount] of debits) {
    for (let coin = 0; coin < amount; coin++) {
      while (isOld(now)) queue.shift();
      if ((queue[0]?.hour ?? Infinity) >= now) break;
      const { payer, hour } = queue.shift()!;
      if (payer !== '') passed.push({ payer, hour });
    }
  }
  return passed;
}

/** Givers that pay each other, directly or through further givers. */
function familiesOf(payments: readonly HandledPayment[], givers: readonly string[]): string[][] {
  const families: string[][] = [];
  for (const giver of givers) {
    const isLinked = (one: string): boolean =>
      payments.some(([a, b]) => (a === one && b === giver) || (a === giver && b === one));
    const linked = families.filter((family) => family.some(isLinked));
    for (const family of linked) families.splice(families.indexOf(family), 1);
    families.push([...linked.flat(), giver]);
  }
  return families;
}

/** A payment of the oracle: payer, receiver, day, amount. */
export type OraclePayment = readonly [from: string, to: string, day: number, amount: number];

/**
 * Sets of two to four accounts around which money goes and cancels out: every order of every set, every window anchored
 * at a payment, straight from the definition. The median account's turnover is given per window.
 */
export function settledSets(
  payments: readonly OraclePayment[],
  rule: { windowDays: number; minSpanDays: number; minTransfers: number; maxNetShare: number; leastGross: number },
): Set<string> {
  const found = new Set<string>();
  const names = [...new Set(payments.flatMap(([from, to]) => [from, to]))].sort();
  const settles = (cycle: readonly string[]): boolean => {
    const pairOf = (one: OraclePayment): number =>
      cycle.findIndex((name, i) => one[0] === name && one[1] === cycle[(i + 1) % cycle.length]);
    const own = payments.filter((one) => pairOf(one) >= 0);
    return own.some(([, , start]) => {
      const inside = own.filter(([, , day]) => day >= start && day - start <= rule.windowDays);
      const sums = cycle.map((_, pair) =>
        inside.filter((one) => pairOf(one) === pair).reduce((sum, one) => sum + one[3], 0),
      );
      const counts = cycle.map((_, pair) => inside.filter((one) => pairOf(one) === pair).length);
      const span = Math.max(...inside.map(([, , day]) => day)) - start;
      const gross = sums.reduce((sum, one) => sum + one, 0);
      const net = Math.max(...sums.map((sum, i) => Math.abs(sum - sums[(i + sums.length - 1) % sums.length]!)));
      return (
        counts.every((count) => count >= rule.minTransfers) &&
        span >= rule.minSpanDays &&
        gross >= rule.leastGross &&
        10 * net <= 10 * rule.maxNetShare * gross
      );
    });
  };
  const extend = (cycle: readonly string[]): void => {
    if (cycle.length >= 2 && settles(cycle)) found.add([...cycle].sort().join());
    if (cycle.length === 4) return;
    for (const name of names) if (!cycle.includes(name)) extend([...cycle, name]);
  };
  for (const name of names) extend([name]);
  return found;
}

/** A payment with a whole amount; payments are given in the order of the ledger. */
export type OraclePayment = readonly [payer: string, beneficiary: string, time: number, amount: number];

/** Which payers' coins each payment is made of, one coin per unit: first in, first out, coin by coin. */
export function coinsOf(
  payments: readonly OraclePayment[],
  through: string,
  sameInstant: boolean,
  dwell: number,
): Map<number, string[]> {
  const coins = payments.flatMap(([payer, beneficiary, time, amount]) =>
    beneficiary === through && payer !== through
      ? Array.from({ length: amount }, () => ({ payer, time, isSpent: false }))
      : [],
  );
  const made = new Map<number, string[]>();
  payments.forEach(([payer, beneficiary, now, amount], i) => {
    if (payer !== through || beneficiary === through) return;
    const own: string[] = [];
    for (const coin of coins) {
      const isThere = sameInstant ? coin.time <= now : coin.time < now;
      if (own.length === amount || coin.isSpent || !isThere || now - coin.time > dwell) continue;
      coin.isSpent = true;
      own.push(coin.payer);
    }
    made.set(i, own);
  });
  return made;
}

/** Whether payments keep their receiver; every gap and amount compared with the mean by hand. */
export function keepsSlowly(
  payments: readonly { readonly time: number; readonly minor: number }[],
  period: number,
  day: number,
): boolean {
  const occasions: { time: number; minor: number }[] = [];
  payments.forEach(({ time, minor }, i) => {
    const last = occasions.at(-1);
    if (last !== undefined && time - payments[i - 1]!.time < day) last.minor += minor;
    else occasions.push({ time, minor });
  });
  if (occasions.length < 3) return false;
  const spread = (values: readonly number[]): number => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) / mean;
  };
  const isStanding = 2 * (payments.at(-1)!.time - payments[0]!.time) >= period;
  const between = occasions.slice(1).map(({ time }, i) => time - occasions[i]!.time);
  return isStanding || (spread(occasions.map(({ minor }) => minor)) < 1 / 3 && spread(between) < 1 / 2);
}

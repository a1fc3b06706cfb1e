/** A payment of the oracle: payer, receiver, day, amount, and what it was. */
export interface OracleSlip {
  readonly from: string;
  readonly to: string;
  readonly day: number;
  readonly amount: number;
  readonly channel: 'cash' | 'cheque' | 'wire';
}

export interface OracleExchangeRule {
  readonly windowDays: number;
  readonly maxDwellDays: number;
  readonly strangerDays: number;
}

/**
 * Most pairs of cash and cheque within one window, by account that has any: every choice of cheques for every window, straight from
 * the definition, cheques of at least nine tenths of the cash.
 */
export function mostExchanges(slips: readonly OracleSlip[], rule: OracleExchangeRule): Map<string, number> {
  const { windowDays, maxDwellDays, strangerDays } = rule;
  const soonBefore = (one: OracleSlip, other: OracleSlip): boolean =>
    other.day < one.day && one.day - other.day <= strangerDays;
  const most = new Map<string, number>();
  for (const account of new Set(slips.map(({ to }) => to))) {
    const cash = slips.filter(
      (one) =>
        one.channel === 'cash' &&
        one.to === account &&
        one.from !== account &&
        !slips.some(
          (other) =>
            soonBefore(one, other) && [other.from, other.to].sort().join() === [one.from, account].sort().join(),
        ),
    );
    const cheques = slips.filter(
      (one) =>
        one.channel === 'cheque' &&
        one.from === account &&
        one.to !== account &&
        !slips.some((other) => soonBefore(one, other) && other.from === account && other.to === one.to),
    );
    const answers = (paidIn: OracleSlip, cheque: OracleSlip): boolean =>
      cheque.day >= paidIn.day &&
      cheque.day - paidIn.day <= maxDwellDays &&
      cheque.to !== paidIn.from &&
      cheque.amount <= paidIn.amount &&
      10 * cheque.amount >= 9 * paidIn.amount;
    const pairs = (from: readonly OracleSlip[], to: readonly OracleSlip[]): number => {
      const [first, ...rest] = from;
      if (first === undefined) return 0;
      const taken = to.map((cheque, i) =>
        answers(first, cheque)
          ? 1 +
            pairs(
              rest,
              to.filter((_, other) => other !== i),
            )
          : 0,
      );
      return Math.max(pairs(rest, to), ...taken);
    };
    const counts = cash.map(({ day }) =>
      pairs(
        cash.filter((one) => one.day >= day && one.day - day <= windowDays),
        cheques.filter((one) => one.day >= day && one.day - day <= windowDays),
      ),
    );
    const best = Math.max(0, ...counts);
    if (best > 0) most.set(account, best);
  }
  return most;
}

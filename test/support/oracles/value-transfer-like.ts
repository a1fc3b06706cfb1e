/** A payment of the oracle: payer, receiver, day, amount, whether it leaves the country. */
export interface OracleRemittance {
  readonly from: string;
  readonly to: string;
  readonly day: number;
  readonly amount: number;
  readonly abroad: boolean;
}

export interface OracleCollectionRule {
  readonly windowDays: number;
  readonly minFamilies: number;
  /** In tenths. */
  readonly maxGini: number;
  readonly minCreditsPerDebit: number;
}

/**
 * Most families that pay into one window, by account that looks like a value transfer service: every window that begins with a credit
 * and that no other one holds, straight from the definition; two largest receivers, eight tenths of what is paid out.
 */
export function collections(payments: readonly OracleRemittance[], rule: OracleCollectionRule): Map<string, number> {
  const most = new Map<string, number>();
  for (const account of new Set(payments.map(({ to }) => to))) {
    const credits = payments.filter(({ from, to }) => to === account && from !== account);
    const windows = credits
      .map(({ day }) => day)
      .map((start) => ({
        start,
        inside: credits.filter(({ day }) => day >= start && day - start <= rule.windowDays),
      }));
    for (const { start, inside } of windows) {
      if (
        windows.some(
          (other) => other.inside.length > inside.length && inside.every((one) => other.inside.includes(one)),
        )
      )
        continue;
      const debits = payments.filter(
        ({ from, to, day }) => from === account && to !== account && day >= start && day - start <= rule.windowDays,
      );
      const sums = new Map<string, number>();
      for (const { from, amount } of inside) {
        const family = familyOf(from, [...new Set(inside.map((one) => one.from))], payments, start);
        sums.set(family, (sums.get(family) ?? 0) + amount);
      }
      const abroad = new Map<string, number>();
      for (const { to, amount } of debits.filter((one) => one.abroad)) abroad.set(to, (abroad.get(to) ?? 0) + amount);
      const largest = [...abroad.values()].sort((a, b) => b - a).slice(0, 2);
      const [total, top] = [sumOf(debits.map(({ amount }) => amount)), sumOf(largest)];
      const holds =
        sums.size >= rule.minFamilies &&
        debits.length > 0 &&
        inside.length >= rule.minCreditsPerDebit * debits.length &&
        10 * top >= 8 * total &&
        10 * differences([...sums.values()]) <= 2 * rule.maxGini * sums.size * sumOf([...sums.values()]);
      if (holds && sums.size > (most.get(account) ?? 0)) most.set(account, sums.size);
    }
  }
  return most;
}

/** The first by name of those a payer is linked to by payments of the half year before. */
function familyOf(
  member: string,
  payers: readonly string[],
  payments: readonly OracleRemittance[],
  start: number,
): string {
  const linked = new Set([member]);
  const isRecent = ({ day }: OracleRemittance): boolean => day < start && start - day <= 180;
  for (let size = 0; size !== linked.size;) {
    size = linked.size;
    for (const { from, to } of payments.filter(isRecent)) {
      if (!payers.includes(from) || !payers.includes(to)) continue;
      if (linked.has(from) || linked.has(to)) linked.add(from).add(to);
    }
  }
  return [...linked].sort()[0]!;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0);

/** Sum of the differences of all ordered pairs, over two: the Gini coefficient times n times the sum, by its definition. */
function differences(values: readonly number[]): number {
  return sumOf(values.flatMap((one) => values.map((other) => Math.abs(one - other))));
}

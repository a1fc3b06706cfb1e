import { type OraclePayment } from './net-settlement.js';

/**
 * Pairs of accounts that the same families pay in stages, straight from the definition: every pair of accounts, every
 * payer of both; five families, or as many as `least` says. Nothing is paid by card and there is one currency.
 */
export function stagedPairs(payments: readonly OraclePayment[], least = 5): Set<string> {
  const names = [...new Set(payments.flatMap(([from, to]) => [from, to]))].sort();
  const between = (from: string, to: string): OraclePayment[] =>
    payments.filter((one) => one[0] === from && one[1] === to).sort((a, b) => a[2] - b[2]);
  const payersOf = (to: string): string[] => names.filter((from) => from !== to && between(from, to).length > 0);
  const total = (rows: readonly OraclePayment[]): number => rows.reduce((sum, one) => sum + one[3], 0);
  const canBePart = (from: string, to: string): boolean => {
    const rows = between(from, to);
    return from !== to && rows.length >= 1 && rows.length <= 2 && between(to, from).length === 0;
  };
  const paysInStages = (family: string, one: string, other: string): boolean => {
    if (!canBePart(family, one) || !canBePart(family, other)) return false;
    const [left, right] = [between(family, one), between(family, other)];
    const gap = Math.abs(left[0]![2] - right[0]![2]);
    const [a, b] = [total(left), total(right)];
    return gap >= 2 && gap <= 45 && Math.max(a, b) <= 4 * Math.min(a, b);
  };
  const found = new Set<string>();
  for (const one of names) {
    for (const other of names.filter((name) => name > one)) {
      const shared = names.filter((family) => paysInStages(family, one, other));
      const half = Math.max(payersOf(one).length, payersOf(other).length) / 2;
      const first = Math.min(
        ...shared.flatMap((f) => [...between(f, one), ...between(f, other)].map(([, , day]) => day)),
      );
      if (shared.length >= half && countUnlinked(shared, payments, first) >= least) found.add(`${one} ${other}`);
    }
  }
  return found;
}

/** Families among accounts: those that paid each other before that day, at most 180 days, are one. */
function countUnlinked(accounts: readonly string[], payments: readonly OraclePayment[], before: number): number {
  let families = accounts.map((one) => new Set([one]));
  for (const [from, to, day] of payments) {
    if (day >= before || before - day > 180) continue;
    const [left, right] = [from, to].map((name) => families.find((family) => family.has(name)));
    if (left === undefined || right === undefined || left === right) continue;
    families = [...families.filter((one) => one !== left && one !== right), new Set([...left, ...right])];
  }
  return families.length;
}

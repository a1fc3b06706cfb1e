import { type TransferInput } from '../../../src/ledger/index.js';

/** Whether four others or more pay an account, none of them half of it and no three four fifths. For ledgers of one currency. */
export function gathersMoneySlowly(transfers: readonly TransferInput[], account: string): boolean {
  const paid = new Map<string, number>();
  for (const { payer, beneficiary, amount } of transfers) {
    if (beneficiary !== account || payer === account) continue;
    paid.set(payer as string, (paid.get(payer as string) ?? 0) + Math.round(1000 * Number(amount)));
  }
  const sums = [...paid.values()];
  const total = sums.reduce((sum, minor) => sum + minor, 0);
  const noneHalf = sums.every((minor) => 2 * minor < total);
  const noThree = sums.every((a, i) =>
    sums.every((b, j) =>
      sums.every((c, k) => {
        return i === j || j === k || i === k || 5 * (a + b + c) < 4 * total;
      }),
    ),
  );
  return sums.length >= 4 && noneHalf && noThree;
}

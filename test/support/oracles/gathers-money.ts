import { type TransferInput } from '../../../src/ledger/index.js';

/** Whether four others or more pay an account and none of them half of it. For ledgers of one currency. */
export function gathersMoneySlowly(transfers: readonly TransferInput[], account: string): boolean {
  const paid = new Map<string, number>();
  for (const { payer, beneficiary, amount } of transfers) {
    if (beneficiary !== account || payer === account) continue;
    paid.set(payer as string, (paid.get(payer as string) ?? 0) + Math.round(1000 * Number(amount)));
  }
  const total = [...paid.values()].reduce((sum, minor) => sum + minor, 0);
  return paid.size >= 4 && [...paid.values()].every((minor) => 2 * minor < total);
}

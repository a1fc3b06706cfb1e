import { type TransferInput } from '../../../src/ledger/index.js';

/** A transfer of EUR in one line; the route is `payer>beneficiary`. */
export function pay(
  route: string,
  timeMs: number,
  amount: string,
  more: Partial<TransferInput> = {},
): TransferInput & { readonly payer: string; readonly beneficiary: string } {
  const [payer = '', beneficiary = ''] = route.split('>');
  return { timeMs, amount, currency: 'EUR', ...more, payer, beneficiary };
}

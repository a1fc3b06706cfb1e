import fc from 'fast-check';
import { createLedger, type Ledger, type TransferInput } from '../../src/ledger/index.js';

/** A ledger from texts like `A>B@5 12.50 EUR`; amount and currency may be left out. */
export function ledgerOf(...transfers: string[]): Ledger {
  return createLedger(transfers.map(transferOf)).ledger;
}

export function transferOf(text: string): TransferInput {
  const [route = '', amount, currency] = text.split(' ');
  const [parties = '', time = '0'] = route.split('@');
  const [payer = '', beneficiary = ''] = parties.split('>');
  return {
    payer,
    beneficiary,
    timeMs: Number(time),
    ...(amount !== undefined && { amount }),
    ...(currency !== undefined && { currency }),
  };
}

/** Few accounts, few times, few amounts: ties, parallels, cycles and self-transfers happen by themselves. */
export const transferArbitrary: fc.Arbitrary<TransferInput> = fc.record({
  payer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  beneficiary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  timeMs: fc.integer({ min: 0, max: 6 }),
  amount: fc.constantFrom('1', '2.5', '10', '0.125'),
  currency: fc.constantFrom('EUR', 'USD'),
});

/** Many transfers among three accounts at few instants, in two currencies. */
export const denseTransfers: fc.Arbitrary<TransferInput[]> = fc.array(
  fc.record({
    payer: fc.constantFrom('a', 'b', 'c'),
    beneficiary: fc.constantFrom('a', 'b', 'c'),
    timeMs: fc.integer({ min: 0, max: 20 }),
    amount: fc.integer({ min: 1, max: 9 }).map(String),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
  { minLength: 1, maxLength: 40 },
);

export const transfersArbitrary: fc.Arbitrary<TransferInput[]> = fc.array(transferArbitrary, { maxLength: 25 });

/** The same transfers under other account names; `names` maps each old name to its new one. */
export function renamed(transfers: readonly TransferInput[], names: ReadonlyMap<string, string>): TransferInput[] {
  return transfers.map((transfer) => ({
    ...transfer,
    payer: names.get(transfer.payer as string)!,
    beneficiary: names.get(transfer.beneficiary as string)!,
  }));
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// Decides inside the folder, so it is no part of its table of contents.
import { gathersFromFamilies } from '../../src/disclosure/gathers-from-families.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { gathersFromFamiliesSlowly } from '../support/oracles/gathers-from-families.js';
import { gathersMoneySlowly } from '../support/oracles/gathers-money.js';

const DAY = 86_400_000;
const SENDERS = ['a', 'b', 'c', 'd', 'e', 'f'];
const HOLDERS = new Map([
  ['e', 'one person'],
  ['f', 'one person'],
]);

/** Payments to `x` on a monthly grid, in few amounts, with some money going back. */
const payments = fc.array(
  fc.record({
    other: fc.constantFrom(...SENDERS),
    isBack: fc.nat(5).map((dice) => dice === 0),
    month: fc.nat(4),
    amount: fc.constantFrom('10', '11', '20', '60'),
  }),
  { maxLength: 30 },
);

function ledgerOf(
  parts: readonly { other: string; isBack: boolean; month: number; amount: string }[],
): TransferInput[] {
  return parts.map(({ other, isBack, month, amount }) => ({
    payer: isBack ? 'x' : other,
    beneficiary: isBack ? other : 'x',
    timeMs: month * 30 * DAY,
    amount,
    currency: 'EUR',
    ...(HOLDERS.has(other) && {
      [isBack ? 'beneficiaryHolder' : 'payerHolder']: HOLDERS.get(other)!,
      [isBack ? 'beneficiaryHolderId' : 'payerHolderId']: 'id',
    }),
  }));
}

function gathers(transfers: readonly TransferInput[]): boolean {
  const graph = buildTemporalGraph(createLedger([...transfers]).ledger, { joinHolders: false });
  return gathersFromFamilies(graph, graph.ledger.accounts.find({ institution: '', account: 'x' })!);
}

function pay(payer: string, amount: string, ...days: number[]): TransferInput[] {
  return days.map((day) => ({ payer, beneficiary: 'x', timeMs: day * DAY, amount, currency: 'EUR' }));
}

describe('an account that gathers money', () => {
  it('is the one that the definition says', () => {
    fc.assert(
      fc.property(payments, (parts) => {
        const transfers = ledgerOf([...parts, { other: 'a', isBack: false, month: 0, amount: '10' }]);
        expect(gathers(transfers)).toBe(gathersFromFamiliesSlowly(transfers, 'x'));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is never one to which fewer than four others give, or that lives off one or three of them', () => {
    fc.assert(
      fc.property(payments, (parts) => {
        const transfers = ledgerOf([...parts, { other: 'a', isBack: false, month: 0, amount: '10' }]);
        if (gathers(transfers)) expect(gathersMoneySlowly(transfers, 'x')).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  const four = ['a', 'b', 'c', 'd'].flatMap((payer) => pay(payer, '100', 10));

  it('is paid by four families that get less back', () => {
    expect(gathers(four)).toBe(true);
    expect(gathers(four.slice(1))).toBe(false);
    const back = (amount: string): TransferInput[] => [
      { payer: 'x', beneficiary: 'a', timeMs: 11 * DAY, amount, currency: 'EUR' },
    ];
    expect(gathers([...four, ...back('99.99')])).toBe(true);
    expect(gathers([...four, ...back('100')])).toBe(false);
  });

  it('does not live on wages or rents, also on several', () => {
    const jobs = ['j', 'k', 'l', 'm'].flatMap((employer) => pay(employer, '100', 0, 30, 60, 90));
    expect(gathers(jobs)).toBe(false);
    expect(gathers([...four, ...jobs])).toBe(false);
    expect(gathers([...four, ...pay('j', '100', 0, 30, 60)])).toBe(true);
  });

  it('may be paid a fee in monthly parts that end', () => {
    const parts = ['a', 'b', 'c', 'd'].flatMap((payer) => pay(payer, '100', 0, 30, 60));
    expect(gathers(parts)).toBe(false);
    expect(gathers([...parts, ...pay('e', '1', 121)])).toBe(true);
  });
});

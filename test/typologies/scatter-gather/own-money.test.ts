import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { investigate } from '../../../src/investigation/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { runDetectors } from '../../../src/typologies/index.js';
import { contextOf } from '../../support/detection-context.js';
import { findingsOf } from '../../support/detector-contract.js';

const START = Date.UTC(2024, 0, 1, 9);

function pay(payer: string, beneficiary: string, day: number, amount: number): TransferInput {
  return { payer, beneficiary, timeMs: START + day * DAY_MS, amount: `${amount}.00`, currency: 'EUR' };
}

/** Accounts in between that scatter-gather finds. */
function between(transfers: readonly TransferInput[], parameters: Record<string, number> = {}): string[] {
  const context = contextOf(transfers);
  const [run] = runDetectors(context, { only: ['scatter-gather'], parameters: { 'scatter-gather': parameters } });
  const names = findingsOf(run!).flatMap(({ subjects }) =>
    subjects.map((subject) => context.graph.ledger.accounts.key(subject).account),
  );
  return names.filter((name) => name.startsWith('m')).sort();
}

/** One account pays three, and each pays the same account the day after; `more` is their other life. */
function ways(more: (middle: string) => TransferInput[] = () => []): TransferInput[] {
  return ['m1', 'm2', 'm3'].flatMap((middle, i) => [
    pay('source', middle, 100 + i, 1000),
    pay(middle, 'target', 101 + i, 950),
    ...more(middle),
  ]);
}

/** Workers of one employer, paid each month, of whom three pay a fee the day after a payday. */
function coWorkers(months: number, workers: number, joined = 0): TransferInput[] {
  const transfers: TransferInput[] = [];
  for (let worker = 1; worker <= workers; worker++) {
    const isPayer = worker <= 3;
    for (let month = isPayer ? joined : 0; month < months; month++) {
      transfers.push(pay('employer', `m${worker}`, 30 * month, 1800));
      if (!isPayer || month !== months - 1) transfers.push(pay(`m${worker}`, `shop${worker}`, 30 * month + 3, 1700));
    }
    if (isPayer) transfers.push(pay(`m${worker}`, 'target', 30 * (months - 1) + worker, 1750));
  }
  return transfers;
}

describe('an account in between', () => {
  it('passes on what it was just paid', () => {
    expect(between(ways())).toEqual(['m1', 'm2', 'm3']);
  });

  it('is nobody whom the payer keeps: a monthly wage, or three payments over half of the data', () => {
    expect(between(ways((middle) => [0, 1, 2].map((month) => pay('source', middle, 10 + 30 * month, 900))))).toEqual(
      [],
    );
    const now = (middle: string): TransferInput[] => [pay('source', middle, 2, 40), pay('source', middle, 9, 3000)];
    expect(between(ways(now))).toEqual([]);
    expect(between([...ways(now), pay('a', 'b', 250, 1)])).toEqual(['m1', 'm2', 'm3']);
  });

  it('is nobody who spends mixed money, of which the payer sent less than half', () => {
    const other = (amount: number) => (middle: string) => [pay(`family-${middle}`, middle, 99.5, amount)];
    expect(between(ways(other(475)))).toEqual(['m1', 'm2', 'm3']);
    expect(between(ways(other(476)))).toEqual([]);
    expect(between(ways(other(476)), { minOwnShare: 0 })).toEqual(['m1', 'm2', 'm3']);
  });

  it('is nobody whose payment may be a first wage of somebody who pays wages', () => {
    expect(between(coWorkers(6, 6, 5))).toEqual([]);
    expect(between(coWorkers(6, 5, 4))).toEqual([]);
    // With one other worker only, the payer is not seen to be an employer.
    expect(between(coWorkers(6, 4, 5))).toEqual(['m1', 'm2', 'm3']);
  });

  it('passes on about what it got', () => {
    const half = ways().map((one) => (one.beneficiary === 'target' ? { ...one, amount: '790.00' } : one));
    expect(between(half)).toEqual([]);
    expect(between(half, { minLegMatch: 0.75 })).toEqual(['m1', 'm2', 'm3']);
  });
});

describe('co-workers who each pay a fee to one account', () => {
  it('are named nowhere', () => {
    for (const months of [3, 6, 12]) {
      const { ledger } = createLedger(coWorkers(months, 8));
      const { findings, leads } = investigate(ledger, { stabilityRuns: 1 });
      const named = [
        ...findings.flatMap(({ accounts }) => accounts),
        ...leads.flatMap(({ operators }) => operators.flatMap(({ names }) => names)),
      ];
      expect(named.filter(({ account }) => account.startsWith('m'))).toEqual([]);
    }
  });
});

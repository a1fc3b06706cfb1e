import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/foundation/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { MoneyHandling } from '../../src/disclosure/handles-money.js';
import { handlesMoneySlowly } from '../support/oracles/handles-money.js';

function handles(transfers: readonly TransferInput[], name: string): boolean {
  const { ledger } = createLedger(transfers);
  const account = ledger.accounts.find({ institution: '', account: name });
  return account !== undefined && new MoneyHandling(buildTemporalGraph(ledger)).handles(account);
}

function pay(payer: string, beneficiary: string, day: number, amount = 100): TransferInput {
  return { payer, beneficiary, timeMs: day * DAY_MS, amount: `${amount}`, currency: 'EUR' };
}

/** Friends who each pay somebody once, a day apart. */
function friends(count: number, to = 'one', amount = 100): TransferInput[] {
  return Array.from({ length: count }, (_, i) => pay(`friend${i}`, to, 3 * i, amount));
}

const RENT = pay('one', 'home', 1000, 1);

describe('gathering', () => {
  it('takes six families, of whom five could be friends who help one payer', () => {
    expect(handles([...friends(6), RENT], 'one')).toBe(true);
    expect(handles([...friends(5), RENT], 'one')).toBe(false);
  });

  it('is not exchanging money with friends, however many', () => {
    const back = (count: number): TransferInput[] =>
      Array.from({ length: count }, (_, i) => pay('one', `friend${i}`, 200 + i, 30));
    expect(handles([...friends(14), ...back(7)], 'one')).toBe(true);
    expect(handles([...friends(14), ...back(8)], 'one')).toBe(false);
    expect(handles([...friends(30), ...back(30)], 'one')).toBe(false);
  });

  it('counts those who pay each other as one family', () => {
    expect(handles([...friends(6), pay('friend0', 'friend5', 400), RENT], 'one')).toBe(false);
    expect(handles([...friends(7), pay('friend0', 'friend5', 400), RENT], 'one')).toBe(true);
  });

  it('has no family that gives half, no three that give four fifths', () => {
    expect(handles([...friends(6), pay('aunt', 'one', 50, 599)], 'one')).toBe(true);
    expect(handles([...friends(6), pay('aunt', 'one', 50, 600)], 'one')).toBe(false);
    const three = (amount: number): TransferInput[] => ['a', 'b', 'c'].map((name) => pay(name, 'one', 60, amount));
    expect(handles([...friends(6), ...three(799)], 'one')).toBe(true);
    expect(handles([...friends(6), ...three(800)], 'one')).toBe(false);
  });

  it('is nobody who lives on one payer', () => {
    const wage = (amount: number): TransferInput[] => [0, 30, 60].map((day) => pay('employer', 'one', day, amount));
    expect(handles([...friends(9), ...wage(99), RENT], 'one')).toBe(true);
    expect(handles([...friends(9), ...wage(100), RENT], 'one')).toBe(false);
  });

  it('is nobody who lives on one payer in another currency than most of his money', () => {
    const wage = (count: number): TransferInput[] =>
      Array.from({ length: count }, (_, i) => ({ ...pay('employer', 'one', 30 * i, 900), currency: 'USD' }));
    expect(handles([...friends(9), ...wage(2), RENT], 'one')).toBe(true);
    expect(handles([...friends(9), ...wage(3), RENT], 'one')).toBe(false);
  });

  it('counts payments where there are no amounts', () => {
    const bare = (count: number): TransferInput[] =>
      friends(count).map(({ payer, beneficiary, timeMs }) => ({ payer, beneficiary, timeMs }));
    expect([handles(bare(6), 'one'), handles(bare(5), 'one')]).toEqual([true, false]);
  });
});

describe('passing on', () => {
  /** Three families give 100 each, ten days apart, and `passed` leaves after `days`. */
  const passing = (passed: number, days: number, more: Partial<TransferInput> = {}): TransferInput[] =>
    [0, 1, 2].flatMap((i) => [
      pay(`family${i}`, 'one', 10 * i),
      { ...pay('one', `next${i}`, 10 * i + days, passed), ...more },
    ]);

  it('takes four fifths within three days', () => {
    expect(handles(passing(80, 3), 'one')).toBe(true);
    expect(handles(passing(79, 3), 'one')).toBe(false);
    expect(handles(passing(80, 3.25), 'one')).toBe(false);
  });

  it('takes three families and three occasions', () => {
    expect(handles([...passing(90, 1), pay('family0', 'family2', 90)], 'one')).toBe(false);
    const sameDay = passing(90, 0.5).map((one) => ({ ...one, timeMs: one.timeMs / 20 }));
    expect(handles(sameDay, 'one')).toBe(false);
  });

  it('is not everyday life by card, and not money of one family that somebody pays with', () => {
    expect(handles(passing(100, 1, { channel: 'card' }), 'one')).toBe(false);
    expect(
      handles(
        passing(100, 1).map((t) => (t.beneficiary === 'one' ? { ...t, payer: 'kin' } : t)),
        'one',
      ),
    ).toBe(false);
  });
});

describe('handling money', () => {
  it('agrees with following each coin', () => {
    const givers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
    const into = fc.tuple(fc.constantFrom(...givers), fc.constant('one'));
    const outOf = fc.tuple(fc.constant('one'), fc.constantFrom('x', 'y', 'x', 'y', 'a'));
    const between = fc.tuple(fc.constantFrom(...givers), fc.constantFrom(...givers));
    const parties = fc.oneof({ weight: 6, arbitrary: into }, { weight: 4, arbitrary: outOf }, between);
    const payment = fc.tuple(parties, fc.nat(400), fc.integer({ min: 1, max: 9 }));
    const anything = fc.array(payment, { minLength: 6, maxLength: 24 });
    // Chance alone seldom makes somebody gather: several give alike here, and little else happens.
    const alike = fc
      .tuple(fc.subarray(givers, { minLength: 5 }), fc.array(payment, { maxLength: 4 }))
      .map(([from, more]) => [...from.map((giver, i) => [[giver, 'one'], 40 * i, 9] as const), ...more]);
    let positive = 0;
    let runs = 0;
    fc.assert(
      fc.property(fc.oneof(anything, alike), (list) => {
        const transfers = list.map(([[payer, beneficiary], hour, amount], i): TransferInput => ({
          ...{ payer, beneficiary, timeMs: hour * HOUR_MS, amount: `${amount}`, currency: 'EUR', channel: 'cash' },
          id: `${i}`,
        }));
        const { ledger } = createLedger(transfers);
        const inOrder = Array.from({ length: ledger.rowCount }, (_, row) => list[Number(ledger.id(row))]!);
        const payments = inOrder.map(
          ([[payer, beneficiary], hour, amount]) => [payer, beneficiary, hour, amount] as const,
        );
        const expected = handlesMoneySlowly(payments, 'one');
        runs++;
        if (expected) positive++;
        expect(handles(transfers, 'one')).toBe(expected);
      }),
      { numRuns: 300 },
    );
    expect(positive).toBeGreaterThan(runs / 10);
    expect(runs - positive).toBeGreaterThan(runs / 10);
  });
});

import { describe, expect, it } from 'vitest';
import { compareFractions, formatFraction } from '../../../src/foundation/index.js';
import { matchPassThrough, residual, sumMinor } from '../../../src/trace/index.js';
import { contextOf } from '../../support/detection-context.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { ARIZONA } from './transfers.js';

const { twin } = describeCase(ARIZONA);

describe('C02 in detail', () => {
  const { graph } = contextOf(ARIZONA.story.transfers);
  const { ledger } = graph;
  const isOne = (account: number): boolean => ledger.accounts.key(account).account.startsWith('C02-account');
  const accounts = Array.from({ length: graph.accountCount }, (_, account) => account).filter(isOne);
  // All amounts are whole dollars, so the ledger needs no decimals.
  const unit = 10n ** BigInt(ledger.currencies[0]!.scale);

  it('accounts for every cent', () => {
    const lanes = accounts.flatMap((account) => matchPassThrough(graph, account));
    const sum = (of: (lane: (typeof lanes)[number]) => bigint): bigint => lanes.reduce((all, one) => all + of(one), 0n);
    const credited = sum((lane) => sumMinor(lane.creditMinor));
    const passed = sum((lane) => sumMinor(lane.pieceMinor));
    expect([credited, sum((lane) => sumMinor(lane.keptMinor))]).toEqual([5_600_000n * unit, 151_686n * unit]);
    expect(passed * 2_800_000n).toBe(2_724_157n * credited);
  });

  it('leaves the same in reach under every rule, since all the money is asked about', () => {
    const { holders, rules } = residual(graph, { where: (row) => isOne(graph.beneficiary[row]!) });
    expect(rules.length).toBe(5);
    const held = holders.filter(({ account }) => isOne(account)).map((one) => one.held);
    expect(held.length).toBe(123);
    expect(held.every(({ lowest, highest }) => compareFractions(lowest, highest) === 0)).toBe(true);
    expect(held.reduce((sum, { lowest }) => sum + BigInt(formatFraction(lowest)), 0n)).toBe(151_686n * unit);
  });

  it('leaves people with little money alone', () => {
    for (const typology of ['rapid-pass-through', 'funnel-account', 'collector-layer', 'common-beneficiary']) {
      expect(firedOf(twin, typology)).toEqual([]);
    }
  });
});

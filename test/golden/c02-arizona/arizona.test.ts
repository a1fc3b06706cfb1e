import { describe, expect, it } from 'vitest';
import { matchPassThrough, residual, residualOf, sumMinor, traceForward } from '../../../src/trace/index.js';
import { contextOf } from '../../support/detection-context.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { ARIZONA, arizona } from './transfers.js';

const { twin } = describeCase(ARIZONA);

describe('C02 in detail', () => {
  const { graph } = contextOf(arizona().transfers);
  const name = (account: number): string => graph.ledger.accounts.key(account).account;
  const held = Array.from({ length: graph.accountCount }, (_, i) => i).filter((i) => name(i).startsWith('C02-account'));
  // All amounts are whole dollars, so the ledger needs no decimals.
  const unit = 10n ** BigInt(graph.ledger.currencies[0]!.scale);

  it('accounts for every cent', () => {
    const lanes = held.flatMap((account) => matchPassThrough(graph, account));
    const sum = (of: (lane: (typeof lanes)[number]) => bigint): bigint => lanes.reduce((all, lane) => all + of(lane), 0n);
    const credited = sum((lane) => sumMinor(lane.creditMinor));
    const passed = sum((lane) => sumMinor(lane.pieceMinor));
    expect([credited, sum((lane) => sumMinor(lane.keptMinor))]).toEqual([5_600_000n * unit, 151_686n * unit]);
    expect(passed * 2_800_000n).toBe(2_724_157n * credited);
  });

  it('leaves people with little money alone', () => {
    for (const typology of ['rapid-pass-through', 'funnel-account', 'collector-layer', 'common-beneficiary']) {
      expect(firedOf(twin, typology)).toEqual([]);
    }
  });
});

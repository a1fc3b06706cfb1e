import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { matchPassThrough, sumMinor } from '../../../src/trace/index.js';
import { runDetectors } from '../../../src/typologies/index.js';
import { contextOf } from '../../support/detection-context.js';

const START = Date.UTC(2013, 0, 1, 9);

/** 56 accounts take 45,529.00, 67 take 45,528.00; 27 keep 1,234.00, 96 keep 1,233.00. */
function arizona(): TransferInput[] {
  return Array.from({ length: 123 }, (_, i): TransferInput[] => {
    const taken = i < 56 ? 45_529 : 45_528;
    const kept = i < 27 ? 1234 : 1233;
    const whole = { payer: `family-${i}`, beneficiary: `account-${i}`, timeMs: START, currency: 'USD' };
    return [
      { ...whole, amount: `${taken}.00` },
      { ...whole, payer: `account-${i}`, beneficiary: 'onward', timeMs: START + DAY_MS, amount: `${taken - kept}.00` },
    ];
  }).flat();
}

/** 123 people with one employer each, paid every four weeks, who spend 97 % within two days in their own shops. */
function lowIncome(): TransferInput[] {
  return Array.from({ length: 123 * 6 }, (_, k): TransferInput[] => {
    const person = k % 123;
    const timeMs = START + Math.floor(k / 123) * 28 * DAY_MS;
    const wage = { payer: `employer-${person}`, beneficiary: `person-${person}`, timeMs, currency: 'USD' };
    return [
      { ...wage, amount: '1000.00' },
      { ...wage, payer: `person-${person}`, beneficiary: `shop-${person}`, timeMs: timeMs + DAY_MS, amount: '970.00' },
    ];
  }).flat();
}

describe('C02', () => {
  it('accounts for every cent', () => {
    const { graph } = contextOf(arizona());
    let credited = 0n;
    let passed = 0n;
    let kept = 0n;
    for (let account = 0; account < graph.accountCount; account++) {
      if (!graph.ledger.accounts.key(account).account.startsWith('account-')) continue;
      for (const lane of matchPassThrough(graph, account)) {
        credited += sumMinor(lane.creditMinor);
        passed += sumMinor(lane.pieceMinor);
        kept += sumMinor(lane.keptMinor);
      }
    }
    // All amounts are whole dollars, so the ledger needs no decimals.
    const { scale } = graph.ledger.currencies[0]!;
    const unit = 10n ** BigInt(scale);
    expect([credited, kept]).toEqual([5_600_000n * unit, 151_686n * unit]);
    expect(passed * 2_800_000n).toBe(2_724_157n * credited);
  });

  it('leaves people with little money alone', () => {
    const only = ['rapid-pass-through', 'funnel-account', 'collector-layer', 'common-beneficiary'];
    for (const { detection } of runDetectors(contextOf(lowIncome()), { only })) {
      const findings = detection.status === 'evaluated' ? detection.findings.items : [];
      expect(findings).toEqual([]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { type AccountProfile, hypothesiseRoles, profileAccount, ROLE_LABELS, ROLES } from '../../src/roles/index.js';

const HOUR = 3_600_000;

const QUIET: AccountProfile = {
  account: 0,
  senders: 0,
  receivers: 0,
  credits: 0,
  debits: 0,
  sendersInCluster: 0,
  receiversInCluster: 0,
  placesIn: 0,
  passedOnShare: undefined,
  medianDwellHours: undefined,
  topTwoReceiverShare: undefined,
  cashOutShare: 0,
  activeDays: 0,
};

describe('profileAccount', () => {
  const transfers: TransferInput[] = [
    ...Array.from({ length: 6 }, (_, i) => ({
      payer: `p${i}`,
      beneficiary: 'c',
      timeMs: i * HOUR,
      amount: '100',
      currency: 'EUR',
      channel: 'cash' as const,
      placeFrom: `town ${i % 4}`,
    })),
    { payer: 'c', beneficiary: 'k', timeMs: 30 * HOUR, amount: '570', currency: 'EUR', channel: 'wire' },
    { payer: 'c', beneficiary: 'c', timeMs: 31 * HOUR, amount: '5', currency: 'EUR' },
    { payer: 'c', beneficiary: 'shop', timeMs: 40 * HOUR, amount: '10', currency: 'EUR', channel: 'cash' },
  ];
  const graph = buildTemporalGraph(createLedger(transfers).ledger);
  const find = (account: string): number => graph.ledger.accounts.find({ institution: '', account })!;

  it('measures a collector', () => {
    const profile = profileAccount(graph, find('c'), new Set([find('c'), find('k')]));
    expect(profile).toMatchObject({
      senders: 6,
      receivers: 2,
      credits: 6,
      debits: 2,
      sendersInCluster: 0,
      receiversInCluster: 1,
      placesIn: 4,
      topTwoReceiverShare: 1,
      cashOutShare: 0.5,
    });
    expect(profile.passedOnShare).toBeCloseTo(580 / 600, 12);
    expect(profile.medianDwellHours).toBe(28);
    expect(hypothesiseRoles(profile)[0]!.role).toBe('collector');
    expect(hypothesiseRoles(profile)[0]!.score).toBe(1);
  });

  it('says unknown, not zero, where there are no amounts', () => {
    const bare = buildTemporalGraph(createLedger([{ payer: 'a', beneficiary: 'b', timeMs: 0 }]).ledger);
    const profile = profileAccount(bare, 1, new Set([1]));
    expect(profile).toMatchObject({ passedOnShare: undefined, medianDwellHours: undefined, placesIn: undefined });
  });
});

describe('hypothesiseRoles', () => {
  it('knows a coordinator by who pays it', () => {
    const profile = {
      ...QUIET,
      senders: 4,
      sendersInCluster: 4,
      receivers: 5,
      credits: 9,
      debits: 6,
      passedOnShare: 0.6,
    };
    expect(hypothesiseRoles(profile)[0]!.role).toBe('coordinator');
  });

  it('does not let unknown numbers count for or against a role', () => {
    const profile = { ...QUIET, senders: 6, receivers: 2, receiversInCluster: 1, placesIn: undefined };
    const collector = hypothesiseRoles(profile).find(({ role }) => role === 'collector')!;
    expect(collector.score).toBe(1);
    expect(collector.reasons.join(' ')).not.toContain('unknown');
  });

  it('falls back to a plain operator, so that every operator has a role', () => {
    const odd = {
      ...QUIET,
      senders: 12,
      receivers: 9,
      credits: 30,
      debits: 20,
      medianDwellHours: 5_000,
      passedOnShare: 1,
      placesIn: 1,
    };
    expect(hypothesiseRoles(odd).map(({ role }) => role)).toEqual(['operator']);
  });

  it('has a neutral label for every role', () => {
    for (const role of ROLES) expect(ROLE_LABELS[role]).toMatch(/possible|-like|no clearer/u);
  });
});

import { describe, expect, it } from 'vitest';
import { type Finding } from '../../../src/evidence/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { runDetectors } from '../../../src/typologies/index.js';
import { contextOf } from '../../support/detection-context.js';
import { branchShops, tucson } from './transfers.js';

const INDICATORS = ['funnel-account', 'common-beneficiary', 'rapid-pass-through', 'collector-layer'];

function findingsOf(transfers: readonly TransferInput[]): readonly Finding[] {
  const runs = runDetectors(contextOf(transfers), { only: INDICATORS });
  return runs.flatMap(({ detection }) => (detection.status === 'evaluated' ? detection.findings.items : []));
}

describe('C01', () => {
  it('finds the funnels and the layer that feeds one receiver', () => {
    const context = contextOf(tucson());
    const findings = findingsOf(tucson()).filter(({ status }) => status === 'fired');
    const funnels = findings.filter(({ typology }) => typology === 'funnel-account');
    expect(new Set(funnels.flatMap(({ subjects }) => subjects)).size).toBeGreaterThanOrEqual(20);
    for (const funnel of funnels) {
      const measure = (name: string): unknown => funnel.measured.find((one) => one.name === name)?.value;
      expect(measure('senders')).toBe(16);
      expect(measure('placesIn')).toBe(16);
      expect(measure('outRatio')).toBe(0.95);
      expect(measure('medianDwellHours')).toBe(24);
    }
    const [layer] = findings.filter(({ typology }) => typology === 'collector-layer');
    expect(layer?.subjects.length).toBe(22);
    expect(layer?.measured.find(({ name }) => name === 'payerOverlap')?.value).toBe(0);
    const { ledger } = context.graph;
    expect(layer?.receivers.map((account) => ledger.accounts.key(account).account)).toContain('C01-K');
    expect(layer?.payers.length).toBe(352);
  });

  it('explains the chain of shops', () => {
    const findings = findingsOf(branchShops());
    expect(findings.filter(({ status }) => status === 'fired')).toEqual([]);
    const explained = findings.filter(({ typology }) => typology === 'funnel-account');
    expect(explained.length).toBe(22);
    for (const { alternatives } of explained) {
      expect(alternatives.find(({ id }) => id === 'A13')?.outcome).toBe('passed');
    }
  });
});

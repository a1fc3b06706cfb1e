import { describe, expect, it } from 'vitest';
import { investigate } from '../../../src/investigation/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { DETECTORS } from '../../../src/typologies/index.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { ordinaryTraffic } from '../support/ordinary-traffic.js';
import { firedBy } from '../support/variations.js';
import { brokenOrder, ONE_WALLET } from './transfers.js';

const { judged } = describeCase(ONE_WALLET);

describe('C15 in detail', () => {
  it('sees six collectors at one wallet', () => {
    const [bridge] = firedOf(judged, 'crypto-bridge');
    expect(bridge?.subjects.length).toBe(6);
    expect(bridge?.payerCount).toBe(60);
  });

  it('says the same where the order of the countries is broken', () => {
    const told = (transfers: typeof ONE_WALLET.story.transfers): string[] =>
      firedBy({ transfers, originalOf: (account) => account }, ['common-beneficiary', 'crypto-bridge']);
    expect(told(brokenOrder().transfers)).toEqual(told(ONE_WALLET.story.transfers));
  });

  it('sees the order of the countries at each collector, and none where it is broken', () => {
    const found = firedOf(judged, 'corridor-order');
    expect(found.length).toBe(6);
    for (const { measured } of found) {
      expect([...measured.keys()][0]).toBe('corridor belarus-baltic (version 1) positions');
      expect(measured.get('gamma')).toBe(1);
      expect(measured.get('chance')).toBeLessThanOrEqual(0.001);
    }
    const broken = { transfers: brokenOrder().transfers, originalOf: (account: string): string => account };
    expect(firedBy(broken, ['corridor-order'])).toEqual([]);
  });

  it('changes nothing of a lead but the list of what was found about it, and names nobody more', () => {
    const { ledger } = createLedger([...ordinaryTraffic(ONE_WALLET.traffic), ...ONE_WALLET.story.transfers]);
    const without = DETECTORS.map(({ id }) => id).filter((id) => id !== 'corridor-order');
    const told = (only?: readonly string[]): { leads: unknown; named: unknown; typologies: string[] } => {
      const { leads, findings } = investigate(ledger, only === undefined ? {} : { only });
      return {
        leads: leads.map((lead) => ({ ...lead, typologies: lead.typologies.filter((id) => id !== 'corridor-order') })),
        named: new Set(findings.flatMap(({ accounts }) => accounts.map(({ account }) => account))),
        typologies: leads.flatMap(({ typologies }) => typologies),
      };
    };
    const [plain, full] = [told(without), told()];
    expect(full.leads).toEqual(plain.leads);
    expect(full.named).toEqual(plain.named);
    expect(plain.typologies).not.toContain('corridor-order');
    expect(full.typologies).toContain('corridor-order');
  });
});

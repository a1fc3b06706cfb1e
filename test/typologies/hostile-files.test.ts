import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/foundation/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import { type Detection, runDetectors, type RunDetectorsOptions } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';

// Files that took minutes each before their work was made linear or counted. Every one ends in seconds, or says what
// stopped it; a test that needs its timeout has lost that.

function detect(transfers: readonly TransferInput[], id: string, options: RunDetectorsOptions = {}): Detection {
  return runDetectors(contextOf(transfers), { only: [id], ...options })[0]!.detection;
}

/** Everybody pays everybody the same once within five days. */
function clique(accounts: number): TransferInput[] {
  return Array.from({ length: accounts * accounts }, (_, i) => ({
    ...{ payer: `a${i % accounts}`, beneficiary: `a${Math.floor(i / accounts)}`, amount: '100', currency: 'EUR' },
    timeMs: ((i * 7919) % (accounts * accounts)) * Math.floor((5 * DAY_MS) / (accounts * accounts)),
  })).filter(({ payer, beneficiary }) => payer !== beneficiary);
}

/** Payers take turns, so that nearly each payment changes who pays in 30 days; each is made at a place of its own. */
function turns(payers: number, payments: number): TransferInput[] {
  const paid = Array.from({ length: payments }, (_, i) => ({
    ...{ payer: `p${i % payers}`, beneficiary: 'one', amount: '10', currency: 'EUR', placeFrom: `place ${i}` },
    timeMs: Math.floor((i * 31 * DAY_MS) / payers),
  }));
  const shopping = Array.from({ length: 3 * payers }, (_, i) => ({
    ...{ payer: `p${i % payers}`, beneficiary: `shop${Math.floor(i / payers)}`, amount: '10', currency: 'EUR' },
    ...{ timeMs: i, placeFrom: 'here' },
  }));
  return [...paid, ...shopping];
}

describe('round trips in a clique', () => {
  it('are tested for savings clubs, as far as tests go', () => {
    const detection = detect(clique(120), 'round-trip');
    expect(detection.status === 'evaluated' && detection.findings.stoppedBy).toContain('maxTests 500000');
  }, 60_000);

  it('beyond the tests are left out', () => {
    const small = clique(8);
    const all = detect(small, 'round-trip');
    const some = detect(small, 'round-trip', { maxTests: 200 });
    if (all.status !== 'evaluated' || some.status !== 'evaluated') throw new Error('Expected both to be evaluated');
    expect(all.findings.complete).toBe(true);
    expect(some.findings).toMatchObject({ complete: false, stoppedBy: 'maxTests 200' });
    expect(some.findings.items.length).toBeGreaterThan(0);
    expect(some.findings.items.length).toBeLessThan(all.findings.items.length);
    for (const finding of some.findings.items) expect(finding.alternatives.length).toBeGreaterThan(0);
  });
});

describe('common beneficiaries', () => {
  it('are compared over windows that change with each of many payments at as many places', () => {
    expect(detect(turns(900, 100_000), 'common-beneficiary')).toMatchObject({
      status: 'evaluated',
      findings: { items: [], complete: true },
    });
  }, 60_000);

  it('with too much to compare are left open, and the answer says so', () => {
    const parameters = { 'common-beneficiary': { maxSteps: 1000 } };
    expect(detect(turns(50, 500), 'common-beneficiary', { parameters })).toMatchObject({
      findings: { items: [], complete: false, stoppedBy: 'maxSteps 1000' },
      remarks: ['1 beneficiaries have too many connected senders to compare; left open.'],
    });
  });
});

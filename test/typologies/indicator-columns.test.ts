import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/foundation/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import { DETECTORS, type Detection, runDetector } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { DETECTOR_EXAMPLES } from '../support/detector-examples/index.js';
import { findingsOf } from '../support/detector-contract.js';

const INDICATORS = [
  'funnel-account',
  'structured-deposits',
  'common-beneficiary',
  'rapid-pass-through',
  'collector-layer',
];

function positive(id: string): readonly TransferInput[] {
  return DETECTOR_EXAMPLES.get(id)!.positive;
}

function without(transfers: readonly TransferInput[], ...keys: string[]): TransferInput[] {
  return transfers.map(
    (transfer) =>
      Object.fromEntries(Object.entries(transfer).filter(([key]) => !keys.includes(key))) as unknown as TransferInput,
  );
}

function detect(id: string, transfers: readonly TransferInput[], hubs: readonly string[] = []): Detection {
  return runDetector(
    contextOf(transfers, { hubs }),
    DETECTORS.find((detector) => detector.id === id)!,
  ).detection;
}

describe('indicators and the columns they need', () => {
  it('have nothing to say about steps without a clock', () => {
    for (const id of INDICATORS) {
      const steps = positive(id).map((transfer) => ({ ...transfer, precision: 'step' as const }));
      expect(detect(id, steps)).toEqual({ status: 'notEvaluable', missing: ['clock time'] });
    }
  });

  it('I01 takes unknown channels for none, and data without cash for data without funnels', () => {
    const words = positive('funnel-account').map((transfer) => ({ ...transfer, channel: 'other' as const }));
    expect(detect('funnel-account', words)).toEqual({ status: 'notEvaluable', missing: ['channel'] });
    const wires = positive('funnel-account').map((transfer) => ({ ...transfer, channel: 'wire' as const }));
    expect(detect('funnel-account', wires)).toMatchObject({ status: 'evaluated', findings: { items: [] } });
  });

  it('I01 names the places it misses and falls back to countries', () => {
    const funnel = positive('funnel-account');
    const bare = without(funnel, 'placeFrom', 'placeTo');
    expect(detect('funnel-account', bare)).toEqual({ status: 'notEvaluable', missing: ['placeFrom', 'placeTo'] });
    expect(detect('funnel-account', without(funnel, 'placeTo'))).toEqual({
      status: 'notEvaluable',
      missing: ['placeTo'],
    });
    const countries = funnel.map(({ placeFrom, placeTo, ...rest }) => ({
      ...rest,
      countryFrom: placeFrom!,
      countryTo: placeTo!,
    }));
    const detection = detect('funnel-account', countries);
    expect(detection.status === 'evaluated' && detection.findings.items.length).toBe(1);
    expect(detection.status === 'evaluated' && detection.remarks[0]).toContain('country');
    const mixed = funnel.map(({ placeTo, ...rest }) => ({ ...rest, countryTo: placeTo! }));
    expect(detect('funnel-account', mixed)).toEqual({
      status: 'notEvaluable',
      missing: ['placeFrom and placeTo at one level'],
    });
  });

  it('I01 counts hubs together as one sender, and places where most senders are unknown', () => {
    const hubs = (count: number): string[] => Array.from({ length: count }, (_, i) => `payer-${i}`);
    const found = (count: number): number => {
      const detection = detect('funnel-account', positive('funnel-account'), hubs(count));
      return detection.status === 'evaluated' ? detection.findings.items.length : -1;
    };
    // Six senders; three hubs leave 3 + 1 = 4, four of six make most senders unknown: four places stand for them.
    expect([found(3), found(4)]).toEqual([1, 1]);
    expect(detect('funnel-account', positive('funnel-account'), ['funnel'])).toMatchObject({ findings: { items: [] } });
  });

  it('I02 needs a country and a threshold that is in force', () => {
    const deposits = positive('structured-deposits');
    expect(detect('structured-deposits', without(deposits, 'countryFrom', 'countryTo'))).toEqual({
      status: 'notEvaluable',
      missing: ['countryFrom or countryTo'],
    });
    const early = deposits.map((deposit) => ({ ...deposit, timeMs: deposit.timeMs - 3 * 365 * 86_400_000 }));
    expect(detect('structured-deposits', early).status).toBe('notEvaluable');
    expect(findings('structured-deposits', without(deposits, 'countryFrom'))).toBe(1);
  });

  it('I02 is not about being small: deposits above the threshold speak against bunching', () => {
    const deposits = positive('structured-deposits');
    const above = { ...deposits[0]!, amount: '10500.00' };
    expect(findings('structured-deposits', [...deposits, above])).toBe(1);
    expect(findings('structured-deposits', [...deposits, above, { ...above, amount: '10999.99' }])).toBe(0);
  });

  it('I04 drops the place conditions where there are no places, and counts as reduced', () => {
    const collection = without(positive('common-beneficiary'), 'placeFrom');
    const [finding] = findingsOf(
      runDetector(
        contextOf(collection),
        DETECTORS.find(({ id }) => id === 'common-beneficiary')!,
      ),
    );
    expect(finding?.strength).toBe(0.6);
    const oneTown = positive('common-beneficiary').map((transfer) => ({ ...transfer, placeFrom: 'town' }));
    expect(findings('common-beneficiary', oneTown)).toBe(0);
  });

  it('I04 does not fire for senders who share their other counterparties, nor for a family', () => {
    const shared = positive('common-beneficiary').map((transfer) =>
      (transfer.beneficiary as string).startsWith('shop') ? { ...transfer, beneficiary: 'shop' } : transfer,
    );
    expect(findings('common-beneficiary', shared)).toBe(0);
    const kin = { ...positive('common-beneficiary')[0]!, payer: 'payer-0', beneficiary: 'payer-1', timeMs: -1 };
    expect(findings('common-beneficiary', [...positive('common-beneficiary'), kin])).toBe(0);
  });

  it('I04 does not take a second receiver of a fee in stages for an acquaintance, but a shop that they share for one', () => {
    const collection = positive('common-beneficiary').filter(({ beneficiary }) => beneficiary === 'collector');
    const alsoPay = (days: number, times: number, channel?: 'card'): number =>
      findings('common-beneficiary', [
        ...collection,
        ...collection.flatMap((transfer) =>
          Array.from({ length: times }, (_, turn) => ({
            ...transfer,
            beneficiary: 'second',
            timeMs: transfer.timeMs + (days + turn) * DAY_MS,
            ...(channel === undefined ? {} : { channel }),
          })),
        ),
      ]);
    // Both receivers are seen; on the same day, as customers who come again, or by card, neither is.
    expect([alsoPay(10, 1), alsoPay(10, 2)]).toEqual([2, 2]);
    expect([alsoPay(1, 1), alsoPay(10, 3), alsoPay(10, 1, 'card'), alsoPay(46, 1)]).toEqual([0, 0, 0, 0]);
    // What they share besides still relates them.
    const shop = collection.map((transfer) => ({ ...transfer, beneficiary: 'shop', amount: '12.30' }));
    const second = collection.map((one) => ({ ...one, beneficiary: 'second', timeMs: one.timeMs + 10 * DAY_MS }));
    expect(findings('common-beneficiary', [...collection, ...second, ...shop])).toBe(0);
  });

  it('I06 lets one sender pass unless other such accounts feed the same receiver', () => {
    const single = (account: string, receiver: string): TransferInput[] =>
      positive('rapid-pass-through').map((transfer) => {
        const own = transfer.beneficiary === 'account';
        const onward = transfer.payer === 'account';
        return {
          ...transfer,
          payer: own ? `employer-${account}` : onward ? account : transfer.payer,
          beneficiary: own ? account : onward ? receiver : transfer.beneficiary,
        };
      });
    expect(findings('rapid-pass-through', single('a', 'z'))).toBe(0);
    const three = ['a', 'b', 'c'].flatMap((account) => single(account, 'z'));
    expect(findings('rapid-pass-through', three)).toBe(3);
    const two = ['a', 'b'].flatMap((account) => single(account, 'z'));
    expect(findings('rapid-pass-through', two)).toBe(0);
  });

  it('I12 takes two receivers together', () => {
    const layer = positive('collector-layer');
    const halves = layer.flatMap((transfer) =>
      transfer.beneficiary === 'controller'
        ? ['left', 'right'].map((beneficiary) => ({ ...transfer, beneficiary, amount: '45.00' }))
        : [transfer],
    );
    const thirds = layer.flatMap((transfer) =>
      transfer.beneficiary === 'controller'
        ? ['left', 'right', 'middle'].map((beneficiary) => ({ ...transfer, beneficiary, amount: '30.00' }))
        : [transfer],
    );
    expect(findings('collector-layer', halves)).toBe(1);
    expect(findings('collector-layer', thirds)).toBe(0);
  });
});

function findings(id: string, transfers: readonly TransferInput[]): number {
  const detection = detect(id, transfers);
  if (detection.status !== 'evaluated') throw new Error(detection.missing.join());
  return detection.findings.items.length;
}

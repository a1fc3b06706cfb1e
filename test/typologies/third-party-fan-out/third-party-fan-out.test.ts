import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { thirdPartyFanOutExample } from '../../support/detector-examples/third-party-fan-out.js';
import { detectionOf, findingsOfTypology, withoutColumns } from '../../support/named-findings.js';

const senders = thirdPartyFanOutExample.positive;
const found = (transfers: readonly TransferInput[]): ReturnType<typeof findingsOfTypology> =>
  findingsOfTypology('third-party-fan-out', transfers);

describe('I18, fan-out to third parties', () => {
  it('is about the shared recipient; senders are payers', () => {
    expect(found(senders)).toMatchObject([{ subjects: ['shared'], payers: ['sender-0', 'sender-1'] }]);
  });

  it('asks for three towns or two countries', () => {
    const towns = (count: number): TransferInput[] =>
      senders.map((one, i) => ({ ...one, placeTo: `town ${i % count}` }));
    expect([found(towns(2)).length, found(towns(3)).length]).toEqual([0, 1]);
    const countries = withoutColumns(senders, 'placeTo').map((one, i) => ({ ...one, countryTo: `C${i % 2}` }));
    expect(found(countries)).toHaveLength(1);
  });

  it('does not count cards, payments within a town, or help paid every month', () => {
    const ofFirst = (one: TransferInput): boolean => one.beneficiary === 'recipient-0-0';
    expect(found(senders.map((one) => (ofFirst(one) ? { ...one, channel: 'card' as const } : one)))).toEqual([]);
    expect(found(senders.map((one) => (ofFirst(one) ? { ...one, placeFrom: one.placeTo! } : one)))).toEqual([]);
    const first = senders.find(ofFirst)!;
    const monthly = [1, 2, 3].map((month) => ({ ...first, timeMs: first.timeMs + month * 30 * DAY_MS }));
    expect(found([...senders, ...monthly])).toEqual([]);
  });

  it('asks that the senders are unlinked', () => {
    const kin = pay('sender-0>sender-1', senders.at(-1)!.timeMs - DAY_MS, '20', { placeTo: 'town 0' });
    expect(found([...senders, { ...kin, channel: 'card' }])).toEqual([]);
  });

  it('needs to know where recipients are', () => {
    const bare = withoutColumns(senders, 'placeTo');
    expect(detectionOf('third-party-fan-out', bare)).toEqual({
      status: 'notEvaluable',
      missing: ['placeTo or countryTo'],
    });
  });
});

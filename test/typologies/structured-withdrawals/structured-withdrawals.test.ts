import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { detectionOf, findingsOfTypology, withoutColumns } from '../../support/named-findings.js';

const START = Date.UTC(2023, 10, 15, 9);

/** Three people pay 9,000 each; then cash is taken out as given, in AUD, whose threshold is 10,000 and catches it. */
function pieces(...cash: readonly (readonly [day: number, amount: string, branch: string])[]): TransferInput[] {
  const into = [0, 1, 2].map((i) =>
    pay(`payer-${i}>account`, START + i * HOUR_MS, '9000.00', { currency: 'AUD', channel: 'p2p' }),
  );
  const outOf = cash.map(([day, amount, placeTo]) =>
    pay('account>counter', START + day * DAY_MS, amount, {
      currency: 'AUD',
      channel: 'cash',
      placeTo,
      countryTo: 'AU',
    }),
  );
  return [...into, ...outOf];
}
const found = (transfers: readonly TransferInput[], parameters = {}): ReturnType<typeof findingsOfTypology> =>
  findingsOfTypology('structured-withdrawals', transfers, { parameters });

describe('I03, structured withdrawals', () => {
  it('finds pieces below a threshold that together reach it, within seven days', () => {
    const [finding] = found(pieces([1, '9999.99', 'a'], [8, '9999.99', 'b']), {});
    expect(finding).toMatchObject({ subjects: ['account'], payers: ['payer-0', 'payer-1', 'payer-2'] });
    expect(finding?.measured.get('windowTotal')).toBe('19999.98');
    expect(found(pieces([1, '9999.99', 'a'], [8.01, '9999.99', 'b']))).toEqual([]);
  });

  it('lets a piece that is reported anyway speak against it', () => {
    expect(found(pieces([1, '9000.00', 'a'], [2, '10000.00', 'b']))).toEqual([]);
  });

  it('asks for two places, and for a sum that the rule catches', () => {
    expect(found(pieces([1, '9000.00', 'a'], [2, '9000.00', 'a']))).toEqual([]);
    expect(found(pieces([1, '4000.00', 'a'], [2, '5999.99', 'b'], [3, '0.01', 'b']), { minSenders: 1 })).toHaveLength(
      1,
    );
    expect(found(pieces([1, '4000.00', 'a'], [2, '5999.99', 'b']), { minSenders: 1 })).toEqual([]);
  });

  it('leaves a household alone that takes out its own money', () => {
    const own = pieces([1, '9000.00', 'a'], [1.2, '9000.00', 'b'], [1.3, '9000.00', 'c']).map((one) =>
      one.payer === 'account' ? one : { ...one, payer: 'employer' },
    );
    expect(found(own)).toEqual([]);
  });

  it('names what is missing, and does without a threshold', () => {
    const bare = withoutColumns(pieces([1, '9000.00', 'a']), 'placeTo');
    expect(detectionOf('structured-withdrawals', bare)).toEqual({ status: 'notEvaluable', missing: ['placeTo'] });
    const nowhere = withoutColumns(pieces([1, '900.00', 'a'], [1.2, '900.00', 'b']), 'countryTo');
    const detection = detectionOf('structured-withdrawals', nowhere);
    expect(detection.status === 'evaluated' && detection.remarks[0]).toContain('No reporting threshold');
  });
});

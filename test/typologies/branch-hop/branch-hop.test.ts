import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { branchHopExample } from '../../support/detector-examples/branch-hop.js';
import { pay } from '../../support/detector-examples/pay.js';
import { detectionOf, findingsOfTypology, withoutColumns } from '../../support/named-findings.js';

const received = branchHopExample.positive;
const START = Date.UTC(2023, 10, 15, 9);
const found = (transfers: readonly TransferInput[]): ReturnType<typeof findingsOfTypology> =>
  findingsOfTypology('branch-hop', transfers);

describe('I05, branch hop', () => {
  it('leaves somebody alone whom one or two families support on the way', () => {
    expect(found(received)).toHaveLength(1);
    expect(found(received.map((one) => ({ ...one, payer: 'mother' })))).toEqual([]);
    expect(found(received.map((one, i) => ({ ...one, payer: i === 0 ? 'mother' : 'uncle' })))).toEqual([]);
  });

  it('asks for wires, at three different places', () => {
    expect(found(received.map((one) => ({ ...one, channel: 'p2p' as const })))).toEqual([]);
    expect(found(received.map((one) => ({ ...one, channel: 'value-transfer' as const })))).toHaveLength(1);
    expect(found(received.map((one, i) => ({ ...one, placeTo: `branch ${Math.min(i, 1)}` })))).toEqual([]);
  });

  it('finds who sends at several places what several families paid in', () => {
    const into = [0, 1, 2].map((i) =>
      pay(`payer-${i}>agent`, START + i * HOUR_MS, '100', { channel: 'p2p', placeFrom: 'home' }),
    );
    const sent = (first: number): TransferInput[] =>
      [0, 1, 2].map((i) =>
        pay(`agent>far-${i}`, START + (first + i) * DAY_MS, '90', { channel: 'wire', placeFrom: `branch ${i}` }),
      );
    expect(found([...into, ...sent(1)])).toMatchObject([
      { subjects: ['agent'], payers: ['payer-0', 'payer-1', 'payer-2'], receivers: ['far-0', 'far-1', 'far-2'] },
    ]);
    // Sent before anything was paid in: own money.
    expect(found([...into, ...sent(-5)])).toEqual([]);
  });

  it('needs a place at one end of the wires', () => {
    const bare = withoutColumns(received, 'placeTo');
    expect(detectionOf('branch-hop', bare)).toEqual({ status: 'notEvaluable', missing: ['placeFrom or placeTo'] });
  });
});

import { describe, expect, it } from 'vitest';
import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { cryptoBridgeExample } from '../../support/detector-examples/crypto-bridge.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';

const bridges = cryptoBridgeExample.positive;
const found = (transfers: readonly TransferInput[]): ReturnType<typeof findingsOfTypology> =>
  findingsOfTypology('crypto-bridge', transfers);

describe('I26, bridges into crypto', () => {
  it('lists the accounts that use one destination, and the destination as receiver only', () => {
    expect(found(bridges)).toMatchObject([{ subjects: ['left', 'right'], receivers: ['wallet'], strength: 0.6 }]);
  });

  it('needs a second account, and one destination', () => {
    expect(found(bridges.filter(({ payer, beneficiary }) => payer !== 'right' && beneficiary !== 'right'))).toEqual([]);
    const apart = bridges.map((one) => (one.payer === 'right' ? { ...one, beneficiary: 'other wallet' } : one));
    expect(found(apart)).toEqual([]);
  });

  it('takes 72 hours as the longest stay, inclusive', () => {
    const later = bridges.map((one) => (one.channel === 'crypto' ? { ...one, timeMs: one.timeMs + 1 } : one));
    expect(found(later)).toEqual([]);
  });

  it('does not let a margin that is kept age what goes on', () => {
    const day = 24 * HOUR_MS;
    const keeping = ['left', 'right'].flatMap((account) =>
      Array.from({ length: 12 }, (_, i) => [
        pay(`${account}-payer-${i}>${account}`, 1_700_000_000_000 + 4 * i * day, '100.00', { channel: 'p2p' }),
        pay(`${account}>wallet`, 1_700_000_000_000 + (4 * i + 1) * day, '60.00', { channel: 'crypto' }),
      ]).flat(),
    );
    expect(found(keeping)).toMatchObject([{ subjects: ['left', 'right'], receivers: ['wallet'] }]);
  });

  it('leaves savers alone, and what was in crypto before', () => {
    const wage = bridges.map((one) =>
      one.channel === 'p2p' ? { ...one, payer: `employer of ${one.beneficiary as string}` } : one,
    );
    expect(found(wage)).toEqual([]);
    expect(found(bridges.map((one) => ({ ...one, channel: 'crypto' as const })))).toEqual([]);
  });

  it('takes a wallet that many use for a provider’s own', () => {
    const many = Array.from({ length: 24 }, (_, i) =>
      pay(`saver-${i}>wallet`, 1_700_000_000_000 + i * HOUR_MS, '50', { channel: 'crypto' }),
    );
    expect(found([...bridges, ...many.slice(0, 22)])).toHaveLength(1);
    expect(found([...bridges, ...many])).toEqual([]);
  });
});

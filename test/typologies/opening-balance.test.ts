import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/foundation/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import { DETECTORS, runDetector } from '../../src/typologies/index.js';
import { contextOf } from '../support/detection-context.js';
import { DETECTOR_EXAMPLES } from '../support/detector-examples/index.js';
import { findingsOf } from '../support/detector-contract.js';

/** Indicators that measure how long money stays, by D9: the opening balance is the oldest money and leaves first. */
const MEASURING_STAYS = ['funnel-account', 'rapid-pass-through', 'collector-layer'];

describe.each(MEASURING_STAYS)('%s', (id) => {
  const detector = DETECTORS.find((one) => one.id === id)!;
  const { positive, parameters } = DETECTOR_EXAMPLES.get(id)!;

  function subjectsIn(transfers: readonly TransferInput[]): Set<string> {
    const context = contextOf(transfers);
    const subjects = findingsOf(runDetector(context, detector, parameters)).flatMap((finding) => finding.subjects);
    return new Set(subjects.map((subject) => context.graph.ledger.accounts.key(subject).account));
  }

  it('does not take for passing through what somebody with savings pays', () => {
    const subjects = [...subjectsIn(positive)];
    expect(subjects.length).toBeGreaterThan(0);
    const end = Math.max(...positive.map(({ timeMs }) => timeMs)) + 120 * DAY_MS;
    // A house bought long afterwards shows that the money of before had been there all along.
    const house = subjects.map((payer): TransferInput => ({
      ...positive[0]!,
      payer,
      beneficiary: 'estate agent',
      channel: 'wire',
      amount: '100000000',
      timeMs: end,
    }));
    expect(subjectsIn([...positive, ...house])).toEqual(new Set());
  });
});

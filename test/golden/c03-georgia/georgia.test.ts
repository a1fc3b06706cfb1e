import { describe, expect, it } from 'vitest';
import { type TransferInput } from '../../../src/ledger/index.js';
import { findingsOfTypology } from '../../support/named-findings.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { georgia, GEORGIA, oneSide } from './transfers.js';

const { judged } = describeCase(GEORGIA);

describe('C03 in detail', () => {
  it('sees that B gathers and passes on at once', () => {
    expect(firedOf(judged, 'gather-scatter').map(({ subjects }) => subjects)).toEqual([['C03-B']]);
  });

  it('sees thirteen pairs, and ten where three families split the second, whether or not A and B are one account', () => {
    const pairs = (transfers: readonly TransferInput[]): number[] =>
      findingsOfTypology('instalment-pair', transfers)
        .filter(({ status }) => status === 'fired')
        .map(({ payers }) => payers.length);
    for (const [split, count] of [
      [0, 13],
      [3, 10],
    ] as const) {
      const story = georgia({ split });
      expect(pairs(story.transfers)).toEqual([count]);
      expect(pairs(oneSide(story))).toEqual([count]);
    }
  });
});

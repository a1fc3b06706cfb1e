import { describe, expect, it } from 'vitest';
import { findingsOfTypology } from '../../support/named-findings.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { georgia, GEORGIA, oneSide } from './transfers.js';

const { judged } = describeCase(GEORGIA);

describe('C03 in detail', () => {
  it('sees that B gathers and passes on at once', () => {
    expect(firedOf(judged, 'gather-scatter').map(({ subjects }) => subjects)).toEqual([['C03-B']]);
  });

  it('sees thirteen pairs once A and B are known to be one side, and ten where three families split the second', () => {
    const pairs = (split: number): number[] =>
      findingsOfTypology('instalment-pair', oneSide(georgia({ split })))
        .filter(({ status }) => status === 'fired')
        .map(({ payers }) => payers.length);
    expect(pairs(0)).toEqual([13]);
    expect(pairs(3)).toEqual([10]);
  });
});

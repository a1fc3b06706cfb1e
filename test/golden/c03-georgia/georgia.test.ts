import { describe, expect, it } from 'vitest';
import { findingsOfTypology } from '../../support/named-findings.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { GEORGIA, georgia } from './transfers.js';

const { judged } = describeCase(GEORGIA);

describe('C03 in detail', () => {
  it('sees thirteen pairs, ten days apart', () => {
    const [pairs] = firedOf(judged, 'instalment-pair');
    expect(pairs?.payerCount).toBe(13);
    console.log(pairs);
  });

  it('still sees ten where three families split the second payment', () => {
    const fired = findingsOfTypology('instalment-pair', georgia({ split: 3 }).transfers);
    expect(fired.filter(({ status }) => status === 'fired').map(({ payers }) => payers.length)).toEqual([10]);
  });
});

import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { CHANGE, DISPLACEMENT, START } from './transfers.js';

const { judged } = describeCase(DISPLACEMENT);

describe('C04 in detail', () => {
  const wires = DISPLACEMENT.story.transfers.filter(({ channel }) => channel === 'wire');
  const before = wires.filter(({ timeMs }) => timeMs < START + CHANGE * DAY_MS);
  const after = wires.filter(({ timeMs }) => timeMs >= START + CHANGE * DAY_MS);
  const receivers = (some: typeof wires): Set<unknown> => new Set(some.map(({ beneficiary }) => beneficiary));

  it('tells of a fall from 100 wires to nine, and of seven new accounts', () => {
    const inArizona = after.filter(({ beneficiary }) => receivers(before).has(beneficiary));
    expect([before.length, inArizona.length, after.length - inArizona.length]).toEqual([100, 9, 91]);
    expect([receivers(before).size, receivers(inArizona).size, receivers(after).size]).toEqual([5, 2, 9]);
  });

  it('sees that the two new accounts of 60 days were short-lived', () => {
    const shortLived = firedOf(judged, 'short-lived-account').flatMap(({ subjects }) => subjects);
    expect(shortLived).toEqual(expect.arrayContaining(['C04-new-0', 'C04-new-1']));
  });
});

import { describe, expect, it } from 'vitest';
import { describeCase } from '../support/describe-case.js';
import { judgeStory } from '../support/judge-story.js';
import { scale, SCALE } from './transfers.js';

const { judged, twin } = describeCase(SCALE);

describe('C12 in detail', () => {
  it('lists at most 25 accounts', () => {
    expect(judged.listed.length).toBeLessThanOrEqual(25);
  });

  it('writes no more about twice as many families, but for digits', () => {
    const [few, many] = [2500, 5000].map((families) => judgeStory(scale(families), []).summaryText.length);
    expect(Math.abs(many! - few!)).toBeLessThan(0.05 * few!);
  });

  it('counts what the licence of the twin suppresses', () => {
    expect(twin.guarded.accounts).toBe(1);
    expect(twin.caseText).not.toContain('C12-remitter');
  });
});

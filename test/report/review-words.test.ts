import { describe, expect, it } from 'vitest';
import { type ReportReview } from '../../src/report/index.js';
import { toReportData } from '../../src/report/to-report-data.js';
import { reviewLines, reviewState } from '../../src/report/words/review-words.js';
import { madeCase } from '../support/case-documents.js';
import { madeRun } from './report-cases.js';

const given = (lead: string, state: ReportReview['state'], i = 1): ReportReview => ({
  lead,
  state,
  by: `A${i}`,
  reason: `reason ${i}`,
  time: `2024-01-${String(i).padStart(2, '0')}T08:00:00Z`,
});

describe('reviews in words', () => {
  it('counts the last of a lead, and says where there is none', () => {
    const reviews = [given('C001', 'accept'), given('C002', 'reject', 2), given('C001', 'needs-info', 3)];
    expect(reviewState({ reviews }, 'C001')).toBe('review: needs information');
    expect(reviewState({ reviews }, 'C002')).toBe('review: rejected');
    expect([reviewState({ reviews }, 'C003'), reviewLines({ reviews }, 'C003')]).toEqual(['not yet reviewed', []]);
    expect(reviewLines({ reviews }, 'C001')).toEqual([
      '3 Jan 2024, needs information by A3: reason 3',
      '1 Jan 2024, accepted by A1: reason 1',
    ]);
  });

  it('shows ten and counts the rest', () => {
    const reviews = Array.from({ length: 12 }, (_, i) => given('C001', 'accept', i + 1));
    expect(reviewLines({ reviews }, 'C001')).toHaveLength(11);
    expect(reviewLines({ reviews }, 'C001').at(-1)).toBe('2 earlier reviews in review.jsonl.');
  });

  it('are those of leads of the case, with nothing else of their log', () => {
    const logged = { ...given('C001', 'accept'), previous: 'ab', case: 'cd' };
    const { reviews } = toReportData(madeCase(), { ...madeRun(), reviews: [logged, given('C077', 'reject')] });
    expect(reviews).toEqual([given('C001', 'accept')]);
  });
});

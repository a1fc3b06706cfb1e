import { type ComparedCase } from './diff-cases.js';
import { matchLeads } from './match-leads.js';
import { latestReviews, type Review } from './review.js';

/** A review of an older case that could be given to a lead of a newer one. */
export interface CarriedReview {
  /** The lead of the newer case. */
  readonly lead: string;
  /** The review as it was given, of the lead of the older case. */
  readonly review: Review;
  /** Shared accounts of operators over all of both. */
  readonly overlap: number;
  /** Same operators, level and score. Where not, the reviewer decided on something else. */
  readonly sameLead: boolean;
}

/**
 * Proposes the reviews of an older case for the leads of a newer one that nobody has reviewed. A proposal and no more: a person has
 * to give it, as the lead may have changed and the reviewer has not seen it.
 *
 * @returns in the order of the newer case; empty if no reviewed lead is matched
 */
export function carryReviews(
  previous: Pick<ComparedCase, 'document' | 'reviews'>,
  current: Pick<ComparedCase, 'document' | 'reviews'>,
): CarriedReview[] {
  const given = latestReviews(previous.reviews);
  const known = latestReviews(current.reviews);
  return matchLeads(previous.document, current.document).matched.flatMap(({ was, now, overlap }) => {
    const review = given.get(was.lead);
    if (review === undefined || known.has(now.lead)) return [];
    const sameOperators = overlap === 1;
    const sameLead = sameOperators && was.level === now.level && was.score === now.score;
    return [{ lead: now.lead, review, overlap, sameLead }];
  });
}

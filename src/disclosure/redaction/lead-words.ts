import type { LeadDocument } from '../document/lead-schema.js';
import { type ReviewReason } from '../review-reasons.js';
import { toOneDecimal } from './coarse-counts.js';
import { aboutPart } from './vocabulary.js';

const REVIEW_REASONS: readonly ReviewReason[] = [
  'pays several collectors',
  'makes many deposits',
  'passes on money of several others',
];

/** Parts with one decimal, and what they are about in place of a sentence with numbers. Parts that are not ours are left out. */
export function redactedParts({ parts }: LeadDocument): LeadDocument['parts'] {
  return parts.flatMap(({ name, source, side, weight }) => {
    const about = aboutPart(name);
    if (about === undefined) return [];
    const sentence = `${about.charAt(0).toUpperCase()}${about.slice(1)}.`;
    return [{ name, source, side, weight: toOneDecimal(weight), sentence }];
  });
}

/** Why payers should be looked at, by our own reasons; counts of 0 are left out. */
export function redactedReviews(
  { protectedPayers: { needsReview } }: LeadDocument,
  change: (count: number) => number,
): LeadDocument['protectedPayers']['needsReview'] {
  const counts = new Map(Object.entries(needsReview));
  return Object.fromEntries(
    REVIEW_REASONS.flatMap((reason) => {
      const count = change(counts.get(reason) ?? 0);
      return count === 0 ? [] : [[reason, count]];
    }),
  );
}

export function redactedStability({ stability }: LeadDocument): LeadDocument['stability'] {
  return { ...stability, meanJaccard: toOneDecimal(stability.meanJaccard) };
}

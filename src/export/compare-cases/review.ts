/** What a reviewer may say of a lead. */
export const REVIEW_STATES = Object.freeze(['accept', 'reject', 'needs-info'] as const);

/** One of {@link REVIEW_STATES}. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** What a reviewer said of a lead. The latest of a lead counts. */
export interface Review {
  readonly lead: string;
  readonly state: ReviewState;
  /** As typed by the reviewer: a stranger's text to whoever prints it. */
  readonly by: string;
  readonly reason: string;
  readonly time: string;
}

/** The review that counts, by lead: its last one. */
export function latestReviews(reviews: readonly Review[]): Map<string, Review> {
  return new Map(reviews.map((review) => [review.lead, review]));
}

import { REVIEW_STATES, type Review } from '../export/index.js';
import { type LogEntry } from './hash-chain.js';

export const REVIEW_FILE = 'review.jsonl';

/** A review as its log holds it: with the SHA-256 of the case.json that the reviewer saw. */
export interface ReviewEntry extends Review {
  readonly case: string;
}

/** A line of review.jsonl as a review; undefined if it is none. */
export function toReview(entry: LogEntry): ReviewEntry | undefined {
  const text = (name: string): string => (typeof entry[name] === 'string' ? entry[name] : '');
  const state = REVIEW_STATES.find((known) => known === entry['state']);
  const found = { lead: text('lead'), by: text('by'), reason: text('reason'), time: text('time'), case: text('case') };
  return state === undefined || Object.values(found).includes('') ? undefined : { ...found, state };
}

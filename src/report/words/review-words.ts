import { type ReportData, type ReportReview } from '../report-data.js';
import { counted } from './numbers.js';
import { dayWords } from './times.js';

/** Earlier reviews of a lead than these are counted; `review.jsonl` holds all. */
const MOST_SHOWN = 10;

const STATE_WORDS = { accept: 'accepted', reject: 'rejected', 'needs-info': 'needs information' } as const;

/** What a person decided on a lead, last word first; "not yet reviewed" where nobody did. */
export function reviewState({ reviews }: Pick<ReportData, 'reviews'>, lead: string): string {
  const last = reviews.filter((one) => one.lead === lead).at(-1);
  return last === undefined ? 'not yet reviewed' : `review: ${STATE_WORDS[last.state]}`;
}

/** The reviews of a lead in sentences, the latest first, which is the one that counts. Empty where there is none. */
export function reviewLines({ reviews }: Pick<ReportData, 'reviews'>, lead: string): string[] {
  const own = reviews.filter((one) => one.lead === lead).reverse();
  const more = own.length - MOST_SHOWN;
  const lines = own.slice(0, MOST_SHOWN).map(sentence);
  return more > 0 ? [...lines, `${counted(more, 'earlier review')} in review.jsonl.`] : lines;
}

function sentence({ state, by, reason, time }: ReportReview): string {
  return `${dayWords(time)}, ${STATE_WORDS[state]} by ${by}: ${reason}`;
}

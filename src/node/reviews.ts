import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { type Review } from '../export/index.js';
import { InputError, UsageError } from '../foundation/index.js';
import { chainedText, type ReadChain, readChain } from './hash-chain.js';
import { readCaseDocument } from './read-case-document.js';
import { REVIEW_FILE, type ReviewEntry, toReview } from './review-entry.js';
import { errorCode } from './error-code.js';

/** The reviews of a case. */
export interface ReadReviews {
  /** In the order in which they were given. Empty where nobody has reviewed. */
  readonly reviews: readonly Review[];
  /** First line that does not follow from the one before it, is no review, or is one of another case.json; undefined: none. */
  readonly broken: { readonly line: number; readonly reason: string } | undefined;
}

/**
 * Reads the reviews beside a case, up to where their chain breaks. That lines at the end were removed does not show.
 *
 * @throws InputError `reviews-unreadable` if the file is there and cannot be read, `case-unreadable` if there is no case.json
 */
export async function readReviews(folder: string): Promise<ReadReviews> {
  const { entries, broken } = await readLog(folder);
  if (entries.length === 0) return { reviews: [], broken };
  const caseHash = await hashOfCase(folder);
  const reviews: ReviewEntry[] = [];
  for (const [i, entry] of entries.entries()) {
    const review = toReview(entry);
    if (review === undefined) return { reviews, broken: { line: i + 1, reason: 'it is no review' } };
    if (review.case !== caseHash) return { reviews, broken: { line: i + 1, reason: 'it is of another case.json' } };
    reviews.push(review);
  }
  return { reviews, broken };
}

/**
 * The reviews beside a case, where their chain holds.
 *
 * @throws InputError `reviews-broken` if it does not, and what {@link readReviews} throws
 */
export async function requireReviews(folder: string): Promise<readonly Review[]> {
  const { reviews, broken } = await readReviews(folder);
  if (broken === undefined) return reviews;
  throw new InputError(
    'reviews-broken',
    `Expected ${REVIEW_FILE} to hold together but line ${broken.line}: ${broken.reason}`,
  );
}

/**
 * Adds a review of a lead at the end of review.jsonl, which it makes if there is none; no other file changes. Two who review at
 * the same instant may break the chain, which then shows.
 *
 * @throws UsageError `review-lead` for a lead that the case does not have, `review-reason` and `review-by` for empty ones
 * @throws InputError `reviews-broken` if the log does not hold together, `output-unwritable`, and what {@link readCaseDocument} throws
 */
export async function appendReview(folder: string, given: Omit<Review, 'time'>): Promise<Review> {
  const { leads } = await readCaseDocument(folder);
  const review = { ...given, by: given.by.trim(), reason: given.reason.trim() };
  if (review.reason === '') throw new UsageError('review-reason', 'Expected a reason for the review but it is empty');
  if (review.by === '') throw new UsageError('review-by', 'Expected who reviews but the name is empty');
  if (!leads.some(({ lead }) => lead === review.lead)) {
    const known = leads.length === 0 ? 'it has none' : `it has ${leads.map(({ lead }) => lead).join(', ')}`;
    throw new UsageError('review-lead', `Expected a lead of the case (${known}) but received ${review.lead}`);
  }
  await requireReviews(folder);
  const { last } = await readLog(folder);
  const timed: Review = { time: new Date().toISOString(), ...review };
  const [line = ''] = chainedText([{ ...timed, case: await hashOfCase(folder) }], last);
  try {
    await appendFile(join(folder, REVIEW_FILE), line);
  } catch (cause) {
    throw new InputError('output-unwritable', `Expected to write ${join(folder, REVIEW_FILE)}`, { cause });
  }
  return timed;
}

async function readLog(folder: string): Promise<ReadChain> {
  try {
    return readChain(await readFile(join(folder, REVIEW_FILE), 'utf8'));
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return readChain('');
    throw new InputError('reviews-unreadable', `Expected to read ${join(folder, REVIEW_FILE)}`, { cause });
  }
}

async function hashOfCase(folder: string): Promise<string> {
  const path = join(folder, 'case.json');
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected a case folder with case.json at ${path}`, { cause });
  }
}

import { type ComparedCase } from '../export/index.js';
import { InputError } from '../foundation/index.js';
import { readCaseDocument, readReviews } from '../node/index.js';
import { readManifest } from './read-manifest.js';

/**
 * Reads a case folder back for comparison: its document, its manifest and its reviews.
 *
 * @throws InputError `case-unreadable`, `manifest-unreadable`, and `reviews-broken` if the reviews do not hold together
 */
export async function readComparedCase(folder: string): Promise<ComparedCase> {
  const document = await readCaseDocument(folder);
  const manifest = await readManifest(folder);
  const { reviews, broken } = await readReviews(folder);
  if (broken !== undefined) {
    throw new InputError(
      'reviews-broken',
      `Expected the reviews of ${folder} to hold together but line ${broken.line}: ${broken.reason}`,
    );
  }
  return { document, manifest, reviews };
}

import { type ComparedCase } from '../export/index.js';
import { readCaseDocument, requireReviews } from '../node/index.js';
import { readManifest } from './read-manifest.js';

/**
 * Reads a case folder back for comparison: its document, its manifest and its reviews.
 *
 * @throws InputError `case-unreadable`, `manifest-unreadable`, and `reviews-broken` if the reviews do not hold together
 */
export async function readComparedCase(folder: string): Promise<ComparedCase> {
  const document = await readCaseDocument(folder);
  const manifest = await readManifest(folder);
  return { document, manifest, reviews: await requireReviews(folder) };
}

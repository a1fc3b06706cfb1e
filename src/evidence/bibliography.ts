import { type Citation } from './citation.js';
import { UsageError } from '../foundation/index.js';
import { BIBLIOGRAPHY } from './bibliography-records.js';

/** Our own numbers, marked as such wherever they are shown. */
export const CHOICE: Citation = citation('choice');

/**
 * The bibliography record of a key.
 * @throws UsageError `unknown-citation`
 */
export function citation(key: string): Citation {
  const record = BIBLIOGRAPHY.find((entry) => entry.key === key);
  if (record === undefined) throw new UsageError('unknown-citation', `Expected a bibliography key but received ${key}`);
  return record;
}

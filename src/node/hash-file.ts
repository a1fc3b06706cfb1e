import { createHash } from 'node:crypto';
import { fileBytes } from './file-bytes.js';

/**
 * SHA-256 of a file as stored, in lower-case hex.
 * @throws InputError `file-unreadable`
 */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of fileBytes(path)) hash.update(chunk);
  return hash.digest('hex');
}

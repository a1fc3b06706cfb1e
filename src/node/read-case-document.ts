import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaseDocument, caseSchema } from '../disclosure/document/index.js';
import { InputError } from '../foundation/index.js';

/**
 * Reads case.json of a case folder back, by its schema.
 * @throws InputError `case-unreadable` if there is none, or it is no case of this version
 */
export async function readCaseDocument(folder: string): Promise<CaseDocument> {
  const path = join(folder, 'case.json');
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected a case folder with case.json at ${folder}`, { cause });
  }
  const read = caseSchema.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue?.path.join('.') ?? '';
  throw new InputError(
    'case-unreadable',
    `Expected a case of this version in ${path} but ${place === '' ? 'the whole' : place} is not as it should be`,
    { cause: read.error },
  );
}

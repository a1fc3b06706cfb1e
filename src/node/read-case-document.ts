import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CASE_FORMAT, type CaseDocument, caseSchema } from '../disclosure/document/index.js';
import { InputError } from '../foundation/index.js';

/** Fields that do not fit are named up to this number. */
const MOST_FAULTS = 3;

/**
 * Reads the case.json of a case folder back as the document that it is, checked field by field. Fields that this version does not
 * know are left out.
 *
 * @throws InputError `case-unreadable` if there is none, if it is no JSON, of another format, or does not keep to the schema
 */
export async function readCaseDocument(folder: string): Promise<CaseDocument> {
  const path = join(folder, 'case.json');
  const value = await readJson(path);
  const format = typeof value === 'object' && value !== null ? (value as { format?: unknown }).format : undefined;
  if (format !== CASE_FORMAT) {
    const found = typeof format === 'number' ? `format ${format}` : 'none';
    throw new InputError(
      'case-unreadable',
      `Expected ${path} to be a case of format ${CASE_FORMAT} but found ${found}`,
    );
  }
  const parsed = caseSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const faults = issues.slice(0, MOST_FAULTS).map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
  const more = issues.length > MOST_FAULTS ? `, and ${issues.length - MOST_FAULTS} more` : '';
  throw new InputError(
    'case-unreadable',
    `Expected ${path} to keep to the schema of a case: ${faults.join('; ')}${more}`,
  );
}

async function readJson(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected a case folder with case.json at ${path}`, { cause });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new InputError('case-unreadable', `Expected ${path} to hold JSON`, { cause });
  }
}

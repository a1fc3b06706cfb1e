import { join } from 'node:path';
import { CASE_FORMAT, type CaseDocument, caseSchema } from '../disclosure/document/index.js';
import { readDocument } from './read-document.js';

/**
 * Reads the case.json of a case folder back as the document that it is, checked field by field. Fields that this version does not
 * know are left out.
 *
 * @throws InputError `case-unreadable` if there is none, if it is no JSON, of another format, or does not keep to the schema
 */
export async function readCaseDocument(folder: string): Promise<CaseDocument> {
  return readDocument({ path: join(folder, 'case.json'), kind: 'case', format: CASE_FORMAT, schema: caseSchema });
}

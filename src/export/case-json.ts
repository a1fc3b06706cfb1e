import { type CaseDocument } from '../disclosure/index.js';
import { documentJson } from './document-json.js';

/**
 * The text of case.json in chunks, one lead or finding to a line, so that a case of any size can be written. It is the document
 * itself: read as JSON it gives the same value. Accounts are exact texts, unlike the CSV tables, which guard against spreadsheet
 * formulas.
 */
export function caseJsonText(document: CaseDocument): Generator<string, void> {
  return documentJson(document);
}

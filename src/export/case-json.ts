import { type CaseDocument } from '../disclosure/index.js';

/**
 * The text of case.json in chunks, one lead or finding to a line, so that a case of any size can be written. It is the document
 * itself: read as JSON it gives the same value. Accounts are exact texts, unlike the CSV tables, which guard against spreadsheet
 * formulas.
 */
export function* caseJsonText(document: CaseDocument): Generator<string, void> {
  const entries = Object.entries(document) as [string, unknown][];
  yield '{\n';
  for (const [i, [name, value]] of entries.entries()) {
    const after = i === entries.length - 1 ? '\n' : ',\n';
    yield `${JSON.stringify(name)}: `;
    if (Array.isArray(value) && value.length > 0) {
      yield '[\n';
      for (let at = 0; at < value.length; at++) {
        yield `${JSON.stringify(value[at])}${at === value.length - 1 ? '\n' : ',\n'}`;
      }
      yield `]${after}`;
    } else yield `${JSON.stringify(value)}${after}`;
  }
  yield '}\n';
}

import { InputError } from '../../foundation/index.js';
import { type RedactionLevel } from '../document/case-format.js';
import type { CaseDocument } from '../document/case-schema.js';
import { type FieldChange, fieldChanges } from './field-changes.js';
import { internalCase } from './internal-case.js';
import { type KeyedHash, keyFingerprint } from './keyed-hash.js';
import { partnerCase } from './partner-case.js';
import { Pseudonyms } from './pseudonyms.js';
import { publicCase } from './public-case.js';
import { createContext } from './redaction-context.js';

/** A case for others, and what was done to it. */
export interface RedactedCase {
  /** Of the same layout as the case; its `redaction` says level and key. */
  readonly document: CaseDocument;
  /** Every field of which a value went, came, changed or moved. */
  readonly changes: readonly FieldChange[];
}

/**
 * Makes a case for others. `internal`: pseudonyms for who, all else as it was. `partner`: besides, days, two significant digits, no places
 * below countries, no files and lines, no text from outside. `public`: what groups of at least three have in common, and nobody, under
 * a pseudonym neither. The result is held to the policy of fields before it is given out (`docs/redaction.md`).
 *
 * Not claimed: that nobody can be recognised. Whoever holds the same transfers finds them again by day and amount, and whoever holds
 * the key undoes every pseudonym by trying accounts. Pure; the key stays with the one who gives `hash`. O(values of the case).
 *
 * @throws InputError `case-redacted` for a case that was redacted before: pseudonyms of pseudonyms match nothing
 * @example
 * const { document, changes } = redactCase(await readCaseDocument('case'), hashWithKey(key), 'partner');
 */
export function redactCase(document: CaseDocument, hash: KeyedHash, level: RedactionLevel): RedactedCase {
  if (document.redaction !== undefined) {
    throw new InputError(
      'case-redacted',
      `Expected a case as investigate wrote it but received one that was redacted (${document.redaction.level})`,
    );
  }
  const pseudonyms = new Pseudonyms(hash);
  const made = {
    ...madeFor(document, pseudonyms, level),
    redaction: { level, keyFingerprint: keyFingerprint(hash) },
  };
  return { document: made, changes: fieldChanges(document, made, level) };
}

function madeFor(document: CaseDocument, pseudonyms: Pseudonyms, level: RedactionLevel): CaseDocument {
  switch (level) {
    case 'internal':
      return internalCase(document, pseudonyms);
    case 'partner':
      return partnerCase(document, createContext(pseudonyms));
    case 'public':
      return publicCase(document, createContext(pseudonyms));
  }
}
